package dev.kida.spring.webflux;

import dev.kida.render.RenderOptions;
import dev.kida.spring.CsrfValues;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Settles the CSRF token before the page begins, because making one may create a session or a cookie. It is also left where
 * Spring Security's processor of form fields looks for it. Of a page that cannot print it, the token is not asked for.
 */
public final class ReactiveCsrf implements ReactiveRenderCustomizer {

    private static final String PROCESSOR_ATTRIBUTE = "_csrf";

    @Override
    public Mono<RenderOptions> customize(
            RenderOptions options, Map<String, @Nullable Object> model, ServerWebExchange exchange) {
        Object attribute = exchange.getAttribute(CsrfToken.class.getName());
        if (!CsrfValues.areRead(options) || !(attribute instanceof Mono<?> later)) {
            return Mono.just(options);
        }
        return later.ofType(CsrfToken.class)
                .map(token -> {
                    exchange.getAttributes().put(PROCESSOR_ATTRIBUTE, token);
                    return new CsrfValues(token.getParameterName(), token.getHeaderName(), token.getToken())
                            .addTo(options, model);
                })
                .defaultIfEmpty(options);
    }
}
