package dev.kida.spring.webflux;

import dev.kida.render.RenderOptions;
import dev.kida.spring.CspPolicy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Settles the nonce and the Content-Security-Policy before the page begins. */
public final class ReactiveCsp implements ReactiveRenderCustomizer {

    private final CspPolicy policy;

    /** Follows {@code policy}. */
    public ReactiveCsp(CspPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Mono<RenderOptions> customize(
            RenderOptions options, Map<String, @Nullable Object> model, ServerWebExchange exchange) {
        return Mono.just(policy.addTo(
                options, exchange.getAttribute(policy.attribute()), exchange.getAttributes()::put, (name, value) -> {
                    if (!exchange.getResponse().isCommitted()) {
                        exchange.getResponse().getHeaders().set(name, value);
                    }
                }));
    }
}
