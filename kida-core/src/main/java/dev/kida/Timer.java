package dev.kida;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The one thread that watches over waits with a timeout, for all engines; it starts with the first of them. */
final class Timer {

    private static final class Holder {
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

    private Timer() {}

    static ScheduledThreadPoolExecutor shared() {
        return Holder.SHARED;
    }
}
