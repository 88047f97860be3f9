package dev.kida.render;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The time of the system, and the one thread that watches over waits with a timeout. */
final class SystemClock implements RenderClock {

    static final SystemClock INSTANCE = new SystemClock();

    private static final class Timer {
        private static final ScheduledThreadPoolExecutor SHARED = create();

        private static ScheduledThreadPoolExecutor create() {
            ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, "kida-timer");
                thread.setDaemon(true);
                return thread;
            });
            executor.setRemoveOnCancelPolicy(true);
            return executor;
        }
    }

    private SystemClock() {}

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Task schedule(Runnable task, Duration delay) {
        ScheduledFuture<?> future = Timer.SHARED.schedule(task, Timeouts.nanos(delay), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }
}
