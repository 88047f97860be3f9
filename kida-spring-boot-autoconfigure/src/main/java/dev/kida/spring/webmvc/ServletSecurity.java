package dev.kida.spring.webmvc;

import dev.kida.render.RenderOptions;
import dev.kida.spring.security.SecurityFacts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Takes the security context along from the request's thread: a page may be finished on another. */
public final class ServletSecurity implements ServletRenderCustomizer {

    private final Supplier<? extends @Nullable RoleHierarchy> hierarchy;

    /** With what gives the roles that include others, null for none; asked when a page wants to know. */
    public ServletSecurity(Supplier<? extends @Nullable RoleHierarchy> hierarchy) {
        this.hierarchy = hierarchy;
    }

    @Override
    public RenderOptions customize(
            RenderOptions options,
            Map<String, @Nullable Object> model,
            HttpServletRequest request,
            HttpServletResponse response) {
        // Deferred: a page that does not ask must not make the session be read.
        Supplier<SecurityContext> context = SecurityContextHolder.getDeferredContext();
        return options.withAttribute(
                SecurityFacts.KEY, new SecurityFacts(() -> context.get().getAuthentication(), hierarchy));
    }
}
