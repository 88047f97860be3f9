package dev.kida.spring.webmvc;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.async.AsyncWebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Makes the request asynchronous from within a view. Spring MVC does this for handlers; it checks for it after a view was
 * rendered as well, and on the dispatch that follows it takes an empty result for "handled" when the
 * {@link ModelAndViewContainer} says so.
 */
final class AsyncHandOver {

    private AsyncHandOver() {}

    /**
     * The response to write to from any thread, one that knows when the request is over; null when the request thread must
     * not be given back: in error and include dispatches, for handlers that know no asynchronous requests, and for a page
     * inside of another one, which waits for its end.
     */
    static @Nullable HttpServletResponse response(HttpServletRequest request, HttpServletResponse response) {
        DispatcherType dispatch = request.getDispatcherType();
        if (!request.isAsyncSupported() || (dispatch != DispatcherType.REQUEST && dispatch != DispatcherType.ASYNC)) {
            return null;
        }
        boolean started = WebAsyncUtils.getAsyncManager(request).isConcurrentHandlingStarted();
        return started || isNested(request, response) ? null : handlerResponse(request);
    }

    /** Whether the response is not the one that the handler got, but one that collects a part of it. */
    static boolean isNested(HttpServletRequest request, HttpServletResponse response) {
        HttpServletResponse outer = handlerResponse(request);
        return outer != null
                && outer != response
                && !(outer instanceof HttpServletResponseWrapper wrapper && wrapper.getResponse() == response);
    }

    private static @Nullable HttpServletResponse handlerResponse(HttpServletRequest request) {
        AsyncWebRequest asyncRequest = WebAsyncUtils.getAsyncManager(request).getAsyncWebRequest();
        return asyncRequest == null ? null : asyncRequest.getNativeResponse(HttpServletResponse.class);
    }

    /** Starts asynchronous processing; the request is over when the result is set. */
    static DeferredResult<Object> start(HttpServletRequest request, @Nullable Duration timeout) throws Exception {
        DeferredResult<Object> result = new DeferredResult<>(timeout == null ? 0 : timeout.toMillis());
        ModelAndViewContainer handled = new ModelAndViewContainer();
        handled.setRequestHandled(true);
        WebAsyncUtils.getAsyncManager(request).startDeferredResultProcessing(result, handled);
        return result;
    }

    /**
     * Ends an asynchronous request whose first event is a page that failed on the thread of the request. Spring MVC takes the
     * failure for a client that is gone, which the container would tell of; it will not, and the client would wait for ever.
     */
    static void endWithItsThread(HttpServletRequest request) {
        if (WebAsyncUtils.getAsyncManager(request).isConcurrentHandlingStarted() && HandBack.isAhead(request)) {
            HandBack.then(request, () -> complete(request));
        }
    }

    private static void complete(HttpServletRequest request) {
        try {
            request.getAsyncContext().complete();
        } catch (IllegalStateException ended) {
            // by somebody else, in the meantime
        }
    }
}
