package dev.kida.spring.webmvc;

import dev.kida.spring.CspPolicy;
import dev.kida.spring.FailedPages;
import dev.kida.spring.WebStack;
import dev.kida.spring.development.DevelopmentErrors;
import dev.kida.spring.development.ModelOutline;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Decides what becomes of a page that cannot be finished. */
final class PageFailures {

    private final String view;
    private final String request;
    private final HttpServletResponse response;
    private final Sink sink;
    private final @Nullable Object development;
    private final @Nullable String nonce;

    PageFailures(String view, HttpServletRequest request, HttpServletResponse response, Sink sink) {
        this.view = view;
        // Taken now: the request object must not be touched from other threads or after its end.
        this.request = request.getMethod() + " " + request.getRequestURI();
        this.response = response;
        this.sink = sink;
        this.development = request.getAttribute(ModelOutline.ATTRIBUTE);
        this.nonce = (String) request.getAttribute(CspPolicy.NONCE);
    }

    /** Best effort: the connection is about to be closed. */
    private void showOver(Throwable failure, ModelOutline model) {
        try {
            byte[] overlay = DevelopmentErrors.overlay(failure, model, nonce).getBytes(StandardCharsets.UTF_8);
            sink.append(overlay);
        } catch (IOException | IllegalStateException gone) {
            abandoned(gone);
        }
    }

    private FailedPages.Begun begun() {
        return new FailedPages.Begun(view, request, WebStack.WEBMVC, sink.sent());
    }

    /** Whether the container ends an asynchronous request by itself when a write fails; else somebody has to. */
    boolean containerEndsAbandoned() {
        return !CutOff.isJetty(response);
    }

    /** The client does not read any more. */
    void abandoned(Throwable cause) {
        FailedPages.abandoned(begun(), cause);
    }

    /**
     * The page itself failed.
     *
     * @return what to throw: the failure while an error page can still be sent, else what makes the server cut off
     */
    Exception toThrow(Throwable failure) {
        if (response.isCommitted()) {
            FailedPages.cutOff(begun(), failure);
            if (development instanceof ModelOutline model && DevelopmentErrors.canShowOver(response.getContentType())) {
                showOver(failure, model);
            }
            return CutOff.exception(view, response);
        }
        // It was the page's. An answer about the failure has one of its own, and JSON is not written under another.
        response.setHeader(HttpHeaders.CONTENT_TYPE, null);
        return failure instanceof Exception exception ? exception : new IllegalStateException(failure);
    }

    /** What the page was written to. */
    interface Sink {

        /** How many bytes were written. */
        long sent();

        /** Appends to what was sent, best effort: the connection is about to be closed. */
        void append(byte[] bytes) throws IOException;
    }
}
