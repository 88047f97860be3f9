package dev.kida.stream;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What sources have still to send, sent one at a time, each from another thread than the one before, and each only when
 * the render has nothing left to do: so every wait is a real one, and runs repeat exactly. The threads are such that may
 * not block, so BlockHound watches whatever runs on them.
 */
final class Deliveries {

    private static final int THREADS = 3;
    private static final long PATIENCE = 30;
    private static final Scheduler SCHEDULER = Schedulers.newParallel("deliveries", THREADS, true);
    private static final Scheduler.Worker[] WORKERS = workers();

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int turn;

    private static Scheduler.Worker[] workers() {
        Scheduler.Worker[] workers = new Scheduler.Worker[THREADS];
        for (int i = 0; i < THREADS; i++) {
            workers[i] = SCHEDULER.createWorker();
        }
        return workers;
    }

    void add(Runnable delivery) {
        synchronized (waiting) {
            waiting.add(delivery);
        }
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            return waiting.poll();
        }
    }

    /** Sends until nothing is left to send. */
    void all() {
        for (Runnable next = next(); next != null; next = next()) {
            elsewhere(next);
        }
    }

    /** Runs something on the next thread that must not block, and waits for its end. */
    void elsewhere(Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        WORKERS[turn++ % THREADS].schedule(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (Throwable problem) {
                done.completeExceptionally(problem);
            }
        });
        try {
            done.get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException problem) {
            throw new AssertionError("a signal did not return", problem);
        } catch (ExecutionException problem) {
            throw new AssertionError("a signal failed", problem.getCause());
        }
    }
}
