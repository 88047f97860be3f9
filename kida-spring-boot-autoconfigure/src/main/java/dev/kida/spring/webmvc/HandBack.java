package dev.kida.spring.webmvc;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The moment at which the thread of a request goes back to the container. Used by that thread only. */
final class HandBack {

    private static final String ATTRIBUTE = HandBack.class.getName();

    private final Thread thread = Thread.currentThread();
    private @Nullable Runnable afterwards;
    private boolean over;

    /** Begins to wait for the moment. */
    static HandBack of(HttpServletRequest request) {
        HandBack handBack = new HandBack();
        request.setAttribute(ATTRIBUTE, handBack);
        return handBack;
    }

    /** Calls {@code action} at that moment; at once when nobody tells of it. */
    static void then(HttpServletRequest request, Runnable action) {
        if (request.getAttribute(ATTRIBUTE) instanceof HandBack handBack && !handBack.over) {
            handBack.afterwards = action;
        } else {
            action.run();
        }
    }

    /** Whether this is the thread of the request, which has not come to that moment yet, and somebody tells when it does. */
    static boolean isAhead(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof HandBack handBack
                && handBack.thread == Thread.currentThread()
                && !handBack.over;
    }

    /** It has come. */
    void run() {
        over = true;
        Runnable action = afterwards;
        if (action != null) {
            action.run();
        }
    }
}
