package dev.kida.spring.webmvc;

import dev.kida.spring.FailedPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Decides what becomes of a page that cannot be finished. */
final class PageFailures {

    private final String view;
    private final String request;
    private final HttpServletResponse response;

    PageFailures(String view, HttpServletRequest request, HttpServletResponse response) {
        this.view = view;
        // Taken now: the request object must not be touched from other threads or after its end.
        this.request = request.getMethod() + " " + request.getRequestURI();
        this.response = response;
    }

    /** The client does not read any more. */
    void abandoned(Throwable cause) {
        FailedPages.abandoned(view, request, cause);
    }

    /**
     * The page itself failed.
     *
     * @return what to throw: the failure while an error page can still be sent, else what makes the server cut off
     */
    Exception toThrow(Throwable failure) {
        if (response.isCommitted()) {
            FailedPages.cutOff(view, request, failure);
            return CutOff.exception(view);
        }
        return failure instanceof Exception exception ? exception : new IllegalStateException(failure);
    }
}
