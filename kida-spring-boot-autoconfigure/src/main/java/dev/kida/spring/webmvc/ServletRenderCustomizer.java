package dev.kida.spring.webmvc;

import dev.kida.render.RenderOptions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds to what a render knows of its request. Beans of this type are called in their order on the request's thread, before
 * the first byte is sent: what they take from the request, the session or thread locals stays good while the page streams.
 */
@FunctionalInterface
public interface ServletRenderCustomizer {

    /**
     * Customizes one render.
     *
     * @param options what is known so far
     * @param model the attributes as the template will see them; may be changed
     * @param request the request
     * @param response the response, of which nothing has been sent unless the page is one of several fragments
     * @return the options to go on with
     */
    RenderOptions customize(
            RenderOptions options,
            Map<String, @Nullable Object> model,
            HttpServletRequest request,
            HttpServletResponse response);
}
