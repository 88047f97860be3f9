package dev.kida.spring.webflux;

import dev.kida.render.RenderOptions;
import dev.kida.spring.security.SecurityFacts;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Settles who the page is for before it begins, so that templates need not wait to know it. */
public final class ReactiveSecurity implements ReactiveRenderCustomizer {

    private final Supplier<? extends @Nullable RoleHierarchy> hierarchy;

    /** With what gives the roles that include others, null for none; asked when a page wants to know. */
    public ReactiveSecurity(Supplier<? extends @Nullable RoleHierarchy> hierarchy) {
        this.hierarchy = hierarchy;
    }

    @Override
    public Mono<RenderOptions> customize(
            RenderOptions options, Map<String, @Nullable Object> model, ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .map(context -> new SecurityFacts(context::getAuthentication, hierarchy))
                .defaultIfEmpty(new SecurityFacts(() -> null, hierarchy))
                .map(facts -> options.withAttribute(SecurityFacts.KEY, facts));
    }
}
