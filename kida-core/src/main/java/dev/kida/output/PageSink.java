package dev.kida.output;

/**
 * What a page is written to, when it knows more than that it was written to: an {@code OutputStream} or {@code Appendable}
 * that holds the beginning of a page back can take it back. Of other sinks the engine believes that what they were given
 * has left.
 */
public interface PageSink {

    /**
     * Whether some of what was written is on its way to the reader, so that the page has begun. One that has not begun and
     * fails is a failure for whoever renders it; {@code onStreamError} ends those that have.
     */
    boolean hasBegun();
}
