package dev.kida.render;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs a stack of frames until there is something to do outside: hand on a chunk, wait for a source, end. Whoever drives
 * it decides on which thread and how it waits. Not thread-safe: one step at a time.
 */
final class Machine {

    /** What a step ended with. */
    enum Step {
        /** The render is finished. */
        DONE,
        /** The output holds a chunk. */
        FULL,
        /** A boundary of the template's own: hand on what is there. */
        FLUSH,
        /** What it waits for is not ready. */
        WAIT
    }

    private final RenderContext render;
    private final @Nullable Duration patience;
    private @Nullable Frame top;
    private @Nullable Wait waiting;
    private long allowed;
    private long since;

    /**
     * @param patience the bound of one wait; null for none
     */
    Machine(Frame first, RenderContext render, @Nullable Duration patience) {
        this.top = first;
        this.render = render;
        this.patience = patience;
    }

    // ---- waiting --------------------------------------------------------------------------------------------------

    boolean isWaiting() {
        return waiting != null && !waiting.isReady();
    }

    boolean waitsFor(Wait what) {
        return waiting == what;
    }

    boolean wants(AsyncSource source) {
        return waiting != null && waiting.source() == source;
    }

    /** Asks for a call of {@code wake} when the wait is over; false when it is. */
    boolean onReady(Runnable wake) {
        return waiting != null && waiting.onReady(wake);
    }

    private void wait(@Nullable Wait what) {
        waiting = what;
        allowed = Timeouts.nanos(patience, render);
        since = allowed == Long.MAX_VALUE ? 0 : render.settings().clock().nanoTime();
    }

    /** Nanoseconds the wait may still take; {@code Long.MAX_VALUE} for ever. */
    long nanosLeft() {
        return waiting == null || allowed == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : allowed - (render.settings().clock().nanoTime() - since);
    }

    /** Ends the wait with a failure if it has taken too long. */
    void expire() {
        Wait wait = waiting;
        if (wait != null && !wait.isReady() && nanosLeft() <= 0) {
            wait.fail(Timeouts.expired(wait, allowed));
        }
    }

    /** Ends the wait with a failure. */
    void fail(Function<Wait, RuntimeException> problem) {
        Wait wait = waiting;
        if (wait != null) {
            wait.fail(problem.apply(wait));
        }
    }

    /** Will not go on: lets go of everything its frames read, and gives the source it waits for, if it does. */
    @Nullable
    AsyncSource abandon() {
        AsyncSource source = waiting == null ? null : waiting.source();
        waiting = null;
        for (Frame frame = top; frame != null; frame = frame.caller) {
            frame.abandon();
        }
        top = null;
        return source;
    }

    String describe() {
        return waiting == null ? "nothing" : waiting.describe();
    }

    // ---- running --------------------------------------------------------------------------------------------------

    /** Runs on; throws what the template failed with. */
    Step step() {
        while (top != null) {
            Wait wait = waiting;
            if (wait != null) {
                if (!wait.isReady()) {
                    return Step.WAIT;
                }
                waiting = null;
            }
            int code;
            try {
                code = top.run();
            } catch (Throwable problem) {
                fail(problem);
                continue;
            }
            switch (code) {
                case Frame.FULL -> {
                    return Step.FULL;
                }
                case Frame.FLUSH -> {
                    return Step.FLUSH;
                }
                case Frame.SUSPENDED -> suspended(top);
                default -> pop(top.complete());
            }
        }
        return Step.DONE;
    }

    private void suspended(Frame frame) {
        Frame child = frame.child;
        if (child != null) {
            frame.child = null;
            child.caller = frame;
            top = child;
        } else {
            wait(frame.waiting);
            frame.waiting = null;
        }
    }

    private void pop(@Nullable Object result) {
        Frame finished = java.util.Objects.requireNonNull(top);
        top = finished.caller;
        if (top != null) {
            top.deliver(result);
        }
    }

    private void fail(Throwable problem) {
        Frame failed = java.util.Objects.requireNonNull(top);
        top = failed.caller;
        if (failed.absorbs(problem)) {
            if (top != null) {
                top.deliver(null);
            }
        } else if (top == null) {
            throw Failures.sneaky(problem);
        } else {
            top.deliverFailure(problem);
        }
    }
}
