package dev.kida.render;

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
        /** {@link #waiting()} is not ready. */
        WAIT
    }

    private @Nullable Frame top;
    private @Nullable Wait waiting;

    Machine(Frame first) {
        top = first;
    }

    Wait waiting() {
        return java.util.Objects.requireNonNull(waiting);
    }

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
            waiting = frame.waiting;
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
