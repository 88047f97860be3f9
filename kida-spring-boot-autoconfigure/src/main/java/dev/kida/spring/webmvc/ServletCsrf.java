package dev.kida.spring.webmvc;

import dev.kida.render.RenderOptions;
import dev.kida.spring.CsrfValues;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Settles the CSRF token before the page begins, because making one may create a session or a cookie. Of a page that cannot
 * print it, the token is not asked for.
 */
public final class ServletCsrf implements ServletRenderCustomizer {

    @Override
    public RenderOptions customize(
            RenderOptions options,
            Map<String, @Nullable Object> model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (CsrfValues.areRead(options) && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            return new CsrfValues(token.getParameterName(), token.getHeaderName(), token.getToken())
                    .addTo(options, model);
        }
        return options;
    }
}
