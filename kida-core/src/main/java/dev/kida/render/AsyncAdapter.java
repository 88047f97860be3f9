package dev.kida.render;

import org.reactivestreams.Publisher;

/**
 * Lets templates await values of a foreign asynchronous type. {@code CompletionStage}, Reactive Streams {@code Publisher}
 * and {@code Flow.Publisher} need no adapter; an adapter that supports one of them takes precedence.
 *
 * <p>Implementations must be thread-safe.
 */
public interface AsyncAdapter {

    /** Whether this adapter knows values of this kind. Called often: must be quick. */
    boolean supports(Object value);

    /** Whether the value can produce more than one item; a single-valued one becomes its item, or null when empty. */
    boolean isMulti(Object value);

    /**
     * The value as a publisher. It is subscribed at most once for each call of this method.
     *
     * @param value a supported value
     * @param state the render that asks, with the attributes given by the caller
     */
    Publisher<?> toPublisher(Object value, RenderState state);
}
