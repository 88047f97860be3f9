package dev.kida.render;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Time that stands still until a test moves it. */
public final class ManualClock implements RenderClock {

    private record Due(long at, Runnable task) {}

    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private long now;

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized Task schedule(Runnable task, Duration delay) {
        Due entry = new Due(now + delay.toNanos(), task);
        due.add(entry);
        return () -> cancel(entry);
    }

    private synchronized void cancel(Due entry) {
        due.remove(entry);
    }

    /** How many tasks have neither run nor been taken back. */
    public synchronized int pending() {
        return due.size();
    }

    /** Moves the time, and runs what falls due. */
    public void advance(Duration by) {
        for (Runnable task : ripe(by.toNanos())) {
            task.run();
        }
    }

    private synchronized List<Runnable> ripe(long nanos) {
        now += nanos;
        List<Runnable> tasks = new ArrayList<>();
        while (!due.isEmpty() && due.peek().at() <= now) {
            tasks.add(due.remove().task());
        }
        return tasks;
    }
}
