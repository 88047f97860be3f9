package dev.kida.render;

import org.jspecify.annotations.Nullable;

/**
 * Surrounds what a streamed render does between two waits. Such a step runs on whatever thread brought the value that was
 * waited for; a scope restores what functions, members of the model and sources expect to find on it, such as the thread
 * locals of the request. Called from many threads, for many renders at a time.
 */
@FunctionalInterface
public interface StepScope {

    /**
     * Called on the thread of a step, right before it.
     *
     * @param options the options of the render; their attributes carry what the host has captured
     * @return what is closed right after the step, on the same thread, also if the step fails; null for nothing
     */
    @Nullable
    Open open(RenderOptions options);

    /** A scope that is open. */
    @FunctionalInterface
    interface Open extends AutoCloseable {

        /** Ends the scope. */
        @Override
        void close();
    }
}
