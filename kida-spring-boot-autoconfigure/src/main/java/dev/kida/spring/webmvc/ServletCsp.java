package dev.kida.spring.webmvc;

import dev.kida.render.RenderOptions;
import dev.kida.spring.CspPolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settles the nonce and the Content-Security-Policy before the page begins. */
public final class ServletCsp implements ServletRenderCustomizer {

    private final CspPolicy policy;

    /** Follows {@code policy}. */
    public ServletCsp(CspPolicy policy) {
        this.policy = policy;
    }

    @Override
    public RenderOptions customize(
            RenderOptions options,
            Map<String, @Nullable Object> model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return policy.addTo(
                options, request.getAttribute(policy.attribute()), request::setAttribute, response::setHeader);
    }
}
