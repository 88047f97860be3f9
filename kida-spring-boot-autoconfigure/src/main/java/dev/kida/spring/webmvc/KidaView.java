package dev.kida.spring.webmvc;

import dev.kida.render.RenderOptions;
import dev.kida.spring.Htmx;
import dev.kida.spring.PageModel;
import dev.kida.spring.PageSetup;
import dev.kida.spring.PageTemplate;
import dev.kida.spring.RequestFacts;
import dev.kida.spring.WebStack;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.View;

/**
 * Renders a template to a servlet response. Reactive model attributes reach the template as they are; the page is sent part
 * by part, as far as it is known, whenever the template has to wait for one of them.
 *
 * <p>Rendering starts on the request thread. If it must wait there, it blocks on virtual threads and where the request
 * cannot be made asynchronous; otherwise it gives the thread back and continues on the application's task executor, or
 * on a thread of the container that tells of room in a response that was full.
 */
final class KidaView implements View {

    private final PageTemplate page;
    private final PageRendering rendering;

    KidaView(PageTemplate page, PageRendering rendering) {
        this.page = page;
        this.rendering = rendering;
    }

    /** Never null: content negotiation drops views without one. */
    @Override
    public String getContentType() {
        return ResponseContentType.offered(rendering.contentType()).toString();
    }

    @Override
    public void render(@Nullable Map<String, ?> given, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        PageModel model = PageModel.of(withPathVariables(given, request), rendering.types());
        boolean mayWait = model.hasReactive() || page.template().isAsync();
        ResponseContentType.set(request, response, rendering.contentType());
        RequestFacts facts = ServletPageFacts.of(request, response);
        PageTemplate selected = select(facts, request, response);
        Map<String, @Nullable Object> attributes = model.attributes();
        RenderOptions options = WebStack.WEBMVC.addTo(PageSetup.options(selected, attributes, facts));
        for (ServletRenderCustomizer customizer : rendering.customizers()) {
            options = customizer.customize(options, attributes, request, response);
        }
        if (mayWait && "HEAD".equals(request.getMethod())) {
            return; // the head is as it would be; no source is asked for a body that nobody gets
        }
        ServletPage servletPage = new ServletPage(selected, attributes, options, rendering);
        AsyncTaskExecutor executor = rendering.executor();
        HttpServletResponse asyncResponse =
                mayWait && executor != null ? AsyncHandOver.response(request, response) : null;
        if (executor != null && asyncResponse != null) {
            servletPage.renderAsync(request, asyncResponse, executor);
        } else {
            servletPage.renderBlocking(request, response);
        }
    }

    /** A view that is one fragment among others is what its name says. */
    private PageTemplate select(RequestFacts facts, HttpServletRequest request, HttpServletResponse response) {
        Object handler = request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        return handler instanceof HandlerMethod method && !AsyncHandOver.isNested(request, response)
                ? Htmx.select(
                        page,
                        method.getMethod(),
                        facts.headers(),
                        isFailed(request, response),
                        names -> addVary(response, names))
                : page;
    }

    /** Of an exception handler's view Spring MVC still says that it is the view of the handler that failed. */
    private static boolean isFailed(HttpServletRequest request, HttpServletResponse response) {
        return response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST
                || request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
    }

    private static void addVary(HttpServletResponse response, List<String> names) {
        response.addHeader(HttpHeaders.VARY, String.join(", ", names));
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

    @Override
    public String toString() {
        return "KidaView[" + page.view() + "]";
    }
}
