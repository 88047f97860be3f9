package dev.kida.spring.webmvc;

import dev.kida.render.RenderOptions;
import dev.kida.spring.PageParts;
import dev.kida.spring.PageTemplate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;

/** One page on its way to a servlet response, in one of two ways. */
final class ServletPage {

    private final PageTemplate page;
    private final Map<String, @Nullable Object> model;
    private final RenderOptions options;
    private final PageRendering rendering;

    ServletPage(
            PageTemplate page, Map<String, @Nullable Object> model, RenderOptions options, PageRendering rendering) {
        this.page = page;
        this.model = model;
        this.options = options;
        this.rendering = rendering;
    }

    /** Renders on this thread to the end, and waits on it where the template waits. */
    void renderBlocking(HttpServletRequest request, HttpServletResponse response) throws Exception {
        boolean alone = !AsyncHandOver.isNested(request, response);
        PageOutputStream out =
                new PageOutputStream(response, Math.max(rendering.holdBack(), PageParts.GATHERED), alone);
        PageFailures failures = new PageFailures(page.view(), request, response, out);
        try {
            page.writeTo(model, out, options.withBlockOnAsync(rendering.waitTimeout()));
            out.finish();
        } catch (Throwable ex) { // errors too: what has been sent must not look like the whole page
            IOException disconnect = out.failure();
            if (disconnect != null) {
                failures.abandoned(disconnect);
                throw disconnect;
            }
            if (!alone && response.isCommitted()) {
                AsyncHandOver.endWithItsThread(request);
            }
            throw failures.toThrow(ex);
        }
    }

    /** Renders on this thread as far as nothing has to be waited for, and what is left on the executor. */
    void renderAsync(HttpServletRequest request, HttpServletResponse response, AsyncTaskExecutor executor)
            throws Exception {
        PageWriter writer = new PageWriter(response);
        PageFailures failures = new PageFailures(page.view(), request, response, writer);
        AsyncPage drained = new AsyncPage(writer, failures, executor);
        page.chunks(model, options).subscribe(drained);
        if (!drained.renderUntilItWaits()) {
            drained.continueAs(
                    () -> AsyncHandOver.start(request, rendering.asyncTimeout()),
                    afterwards -> HandBack.then(request, afterwards));
        }
    }
}
