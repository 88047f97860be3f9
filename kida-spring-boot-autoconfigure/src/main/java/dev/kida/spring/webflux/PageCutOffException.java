package dev.kida.spring.webflux;

/**
 * Tells the server to abort a response which is under way. The reason has been logged, with all that is known about it;
 * this exception says no more than that, since servers and Spring log it again.
 */
final class PageCutOffException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PageCutOffException(String view) {
        super("View '" + view + "' cut off, see the log entry before", null, false, false);
    }
}
