package dev.kida.render;

import org.jspecify.annotations.Nullable;

/** Something the machine runs piece by piece: a unit of a template, or a sequence of them. */
public abstract class Frame {

    /** The frame is finished. */
    public static final int DONE = 0;

    /** The frame started another frame, or waits for a source. */
    public static final int SUSPENDED = 1;

    /** The output holds a chunk. */
    public static final int FULL = 2;

    /** The template asks for a chunk boundary. */
    public static final int FLUSH = 3;

    @Nullable
    Frame caller;

    @Nullable
    Frame child;

    @Nullable
    Wait waiting;

    private @Nullable Object result;
    private @Nullable Throwable failure;

    /** Runs or continues; answers one of the four constants. */
    abstract int run();

    /** What the caller gets when this frame is done. */
    abstract @Nullable Object complete();

    /** Whether a failure ends this frame like a normal end. */
    boolean absorbs(Throwable problem) {
        return false;
    }

    /** It will not go on: lets go of what it reads. */
    void abandon() {}

    void deliver(@Nullable Object value) {
        result = value;
    }

    void deliverFailure(Throwable problem) {
        failure = problem;
    }

    void waitFor(Wait wait) {
        waiting = wait;
    }

    /** What the frame that was started, or the source that was waited for, gave; throws what it failed with. */
    public @Nullable Object take() {
        Throwable problem = failure;
        if (problem != null) {
            failure = null;
            throw Failures.sneaky(problem);
        }
        Object value = result;
        result = null;
        return value;
    }
}
