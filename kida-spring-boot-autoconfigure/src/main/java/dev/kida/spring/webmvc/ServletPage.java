package dev.kida.spring.webmvc;

import dev.kida.Template;
import dev.kida.render.RenderOptions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;

/** One page on its way to a servlet response, in one of two ways. */
final class ServletPage {

    private final String view;
    private final Template template;
    private final Map<String, @Nullable Object> model;
    private final RenderOptions options;
    private final PageRendering rendering;

    ServletPage(
            String view,
            Template template,
            Map<String, @Nullable Object> model,
            RenderOptions options,
            PageRendering rendering) {
        this.view = view;
        this.template = template;
        this.model = model;
        this.options = options;
        this.rendering = rendering;
    }

    /** Renders on this thread to the end, and waits on it where the template waits. */
    void renderBlocking(HttpServletRequest request, HttpServletResponse response) throws Exception {
        boolean alone = !AsyncHandOver.isNested(request, response);
        PageOutputStream out = new PageOutputStream(response, rendering.holdBack(), alone);
        PageFailures failures = new PageFailures(view, request, response, out::sent);
        try {
            template.renderTo(model, out, options.withBlockOnAsync(rendering.waitTimeout()));
            out.finish();
        } catch (IOException | RuntimeException ex) {
            IOException disconnect = out.failure();
            if (disconnect != null) {
                failures.abandoned(disconnect);
                throw disconnect;
            }
            throw failures.toThrow(ex);
        }
    }

    /** Renders on this thread as far as nothing has to be waited for, and what is left on the executor. */
    void renderAsync(HttpServletRequest request, HttpServletResponse response, AsyncTaskExecutor executor)
            throws Exception {
        PageWriter writer = new PageWriter(response);
        PageFailures failures = new PageFailures(view, request, response, writer::sent);
        AsyncPage page = new AsyncPage(writer, failures, executor);
        template.renderChunks(model, options).subscribe(page);
        if (!page.renderUntilItWaits()) {
            page.continueAs(() -> AsyncHandOver.start(request, rendering.asyncTimeout()));
        }
    }
}
