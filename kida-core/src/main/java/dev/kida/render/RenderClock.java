package dev.kida.render;

import java.time.Duration;

/**
 * Tells renders the time that passes, and wakes them: timeouts, deadlines and the age of cached fragments go by it. Tests put
 * one of their own in its place, whose time they move. Thread-safe.
 */
public interface RenderClock {

    /** Nanoseconds since some moment; only differences mean something. Never goes back. */
    long nanoTime();

    /**
     * Runs a task once, after a delay, on a thread of the clock. The task is short, does not block, and does not throw.
     *
     * @return what takes the task back while it has not run
     */
    Task schedule(Runnable task, Duration delay);

    /** The clock of the system, with one daemon thread for all engines that starts with the first task. */
    static RenderClock system() {
        return SystemClock.INSTANCE;
    }

    /** A task that will run later. */
    @FunctionalInterface
    interface Task {

        /** Takes the task back; does nothing when it has run. */
        void cancel();
    }
}
