package dev.kida.render;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Follows one source or section of a render. */
public interface AwaitWatch {

    /**
     * Called before the render subscribes to a source, to let it run in a context of its own.
     *
     * @param source what the template awaits; values which are no publishers, such as futures, are not shown
     * @return the same, or a publisher of the same items in the same order
     */
    default Publisher<?> decorate(Publisher<?> source) {
        return source;
    }

    /**
     * It has ended, or is not wanted any more: called exactly once, on any thread, also while the render runs on. A section
     * ends when it is rendered; one whose slow part failed ends then, whether or not it has a fallback.
     *
     * @param outcome how it ended; a source that was left before its end is {@link RenderOutcome#SUCCESS} when the
     *     template had what it wanted
     * @param failure what it failed with, or null
     */
    void onEnd(RenderOutcome outcome, @Nullable Throwable failure);
}
