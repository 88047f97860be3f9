package dev.kida.spring.webmvc;

import dev.kida.Template;
import dev.kida.render.RenderOptions;
import dev.kida.spring.PageModel;
import dev.kida.spring.RequestFacts;
import dev.kida.spring.WebStack;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Renders a template to a servlet response. Reactive model attributes reach the template as they are; the page is sent part
 * by part, as far as it is known, whenever the template has to wait for one of them.
 *
 * <p>Rendering starts on the request thread. If it must wait there, it blocks on virtual threads and where the request
 * cannot be made asynchronous; otherwise it gives the thread back and continues on the application's task executor.
 */
final class KidaView implements View {

    private final String name;
    private final Template template;
    private final PageRendering rendering;

    KidaView(String name, Template template, PageRendering rendering) {
        this.name = name;
        this.template = template;
        this.rendering = rendering;
    }

    /** Never null: content negotiation drops views without one. */
    @Override
    public String getContentType() {
        return rendering.contentType().toString();
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        PageModel page = PageModel.of(withPathVariables(model, request), rendering.types());
        boolean mayWait = page.hasReactive() || template.isAsync();
        ResponseContentType.set(request, response, rendering.contentType());
        if (mayWait && "HEAD".equals(request.getMethod())) {
            return; // no source is asked for a body that nobody gets
        }
        ServletPage servletPage = new ServletPage(
                name, template, page.attributes(), options(page.attributes(), request, response), rendering);
        AsyncTaskExecutor executor = rendering.executor();
        HttpServletResponse asyncResponse =
                mayWait && executor != null ? AsyncHandOver.response(request, response) : null;
        if (executor != null && asyncResponse != null) {
            servletPage.renderAsync(request, asyncResponse, executor);
        } else {
            servletPage.renderBlocking(request, response);
        }
    }

    private static Map<String, @Nullable Object> withPathVariables(
            @Nullable Map<String, ?> model, HttpServletRequest request) {
        Map<String, @Nullable Object> merged = new HashMap<>();
        if (request.getAttribute(View.PATH_VARIABLES) instanceof Map<?, ?> variables) {
            variables.forEach((key, value) -> merged.put(String.valueOf(key), value));
        }
        if (model != null) {
            merged.putAll(model);
        }
        return merged;
    }

    private RenderOptions options(
            Map<String, @Nullable Object> model, HttpServletRequest request, HttpServletResponse response) {
        RenderOptions options = new RequestFacts(
                        RequestContextUtils.getLocale(request),
                        RequestContextUtils.getTimeZone(request),
                        request::getHeader)
                .addTo(WebStack.WEBMVC.addTo(RenderOptions.defaults()));
        for (ServletRenderCustomizer customizer : rendering.customizers()) {
            options = customizer.customize(options, model, request, response);
        }
        return options;
    }

    @Override
    public String toString() {
        return "KidaView[" + name + "]";
    }
}
