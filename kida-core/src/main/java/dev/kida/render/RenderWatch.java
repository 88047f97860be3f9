package dev.kida.render;

import org.jspecify.annotations.Nullable;

/**
 * Follows one render. The calls come one after the other, though not all on the same thread; {@link #onEnd} comes exactly
 * once, as the last of them.
 */
public interface RenderWatch {

    /**
     * The render starts something that it may have to wait for. Sources are started once each, those of the model together
     * when a stream starts.
     *
     * @return told what becomes of it, or null when it is of no interest
     */
    default @Nullable AwaitWatch onAwait(Awaited awaited) {
        return null;
    }

    /**
     * A part of the page leaves the engine.
     *
     * @param size its size: bytes where the render gives bytes, else characters; 0 where there is only to flush what left
     *     before
     * @param flush whether the engine is about to wait or the template asks for a flush, so that whoever gets the part
     *     should send it on
     */
    default void onOutput(long size, boolean flush) {}

    /**
     * The render is over. What it was waiting for has been told so before.
     *
     * @param outcome how it ended
     * @param failure what it failed with; null when it was successful, and when its reader went away without a reason
     */
    default void onEnd(RenderOutcome outcome, @Nullable Throwable failure) {}
}
