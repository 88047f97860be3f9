package dev.kida.spring.webflux;

import dev.kida.render.RenderOptions;
import dev.kida.spring.security.SecurityFacts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Settles who the page is for before it begins, so that templates need not wait to know it. */
public final class ReactiveSecurity implements ReactiveRenderCustomizer {

    private final @Nullable RoleHierarchy hierarchy;

    /** With the roles that include others, null for none. */
    public ReactiveSecurity(@Nullable RoleHierarchy hierarchy) {
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
