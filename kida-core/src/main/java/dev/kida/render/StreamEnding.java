package dev.kida.render;

import dev.kida.analyze.HtmlTail;
import dev.kida.error.TemplateException;
import dev.kida.output.Output;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What ends a page in good order that fails after part of it was sent: a block of the page, which gets the failure under the
 * name {@code error}. Follows what is sent, so that it knows what has to be closed first.
 */
final class StreamEnding {

    private static final System.Logger FAILURES = System.getLogger("dev.kida.stream");

    private final String block;
    private final Run page;
    private final @Nullable HtmlTail html;
    private @Nullable Throwable failure;

    private StreamEnding(String block, Run page) {
        this.block = block;
        this.page = page;
        this.html = page.isHtml() ? new HtmlTail() : null;
    }

    /** The ending of a page; null when a failure is to break it off. */
    static @Nullable StreamEnding of(Run page) {
        RenderContext render = page.render();
        String block = block(render.options(), render.settings());
        return block.equals(RenderOptions.ABORT) ? null : new StreamEnding(block, page);
    }

    /** Whether pages are to be ended, not broken off. */
    static boolean isWanted(RenderOptions options, EngineSettings settings) {
        return !block(options, settings).equals(RenderOptions.ABORT);
    }

    static String block(RenderOptions options, EngineSettings settings) {
        String own = options.onStreamError();
        return own == null ? settings.onStreamError() : own;
    }

    /** A chunk, or text, has been sent. */
    void sent(Object chunk) {
        if (html != null && failure == null) {
            html.text(
                    chunk instanceof Chunk bytes
                            ? new String(bytes.bytes(), StandardCharsets.UTF_8)
                            : chunk.toString());
        }
    }

    /**
     * Ends the page after a failure: closes its sources, and what it has opened in the output.
     *
     * @return what renders the rest; null when the failure has to break the page off
     */
    @Nullable
    Run after(Throwable problem, Output out) {
        if (failure != null || !(problem instanceof TemplateException known)) {
            return null;
        }
        Run rest = null;
        try {
            rest = page.ending(block, known);
            if (rest != null) {
                failure = problem;
                interrupt(problem, out);
            }
            return rest;
        } catch (Throwable impossible) {
            if (rest != null) {
                rest.render().close(impossible);
            }
            if (impossible != problem) {
                problem.addSuppressed(impossible);
            }
            return null;
        }
    }

    private void interrupt(Throwable problem, Output out) {
        page.render().close(problem);
        FAILURES.log(System.Logger.Level.ERROR, "A page failed after part of it was sent", problem);
        if (out.holds() > 0) {
            out.rollback(0); // of an error boundary that will not be left any more
        }
        if (html != null) {
            html.text(out.string());
            out.raw(html.interrupt());
        }
    }

    /** What the page has to fail with: what it failed with first, though the end of it failed too. */
    Throwable first(Throwable problem) {
        Throwable first = failure;
        if (first == null || first == problem) {
            return problem;
        }
        first.addSuppressed(problem);
        return first;
    }

    /** Everything has been written: ends the page. */
    void finish(Output out) {
        if (failure != null && html != null) {
            out.raw(html.end());
        }
    }
}
