package dev.kida.render;

import org.jspecify.annotations.Nullable;

/** Something a render waits for. */
interface Wait {

    /** Whether there is no need to wait any more. */
    boolean isReady();

    /**
     * Asks for one call of {@code wake}, from any thread, when this becomes ready.
     *
     * @return false when it is ready already and {@code wake} will not be called
     */
    boolean onReady(Runnable wake);

    /** What is waited for, for messages. */
    String describe();

    /** The source that is waited for, or null for something else. */
    default @Nullable AsyncSource source() {
        return null;
    }

    /** Ends the wait with a failure, which arrives where the value was wanted. */
    void fail(RuntimeException problem);
}
