package dev.kida.benchmarks.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections that ask for a page again and again, each as soon as it has the one before. */
final class Load implements AutoCloseable {

    private final byte[] request;
    private final ExecutorService threads;
    private final int connections;

    Load(byte[] request, int connections) {
        this.request = request;
        this.connections = connections;
        this.threads = Executors.newFixedThreadPool(connections);
    }

    /** Asks for so many pages, but not longer than that; answers how many came. */
    long run(int port, int atMost, Duration time) throws IOException, InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        AtomicInteger left = new AtomicInteger(atMost);
        List<Callable<Long>> loops = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            loops.add(() -> loop(port, left, until));
        }
        long pages = 0;
        for (Future<Long> loop : threads.invokeAll(loops)) {
            try {
                pages += loop.get();
            } catch (ExecutionException ex) {
                throw new IOException(ex.getCause());
            }
        }
        return pages;
    }

    private long loop(int port, AtomicInteger left, long until) throws IOException {
        long pages = 0;
        try (HttpConnection connection = new HttpConnection(port)) {
            while (left.getAndDecrement() > 0 && System.nanoTime() < until) {
                connection.get(request);
                pages++;
            }
        }
        return pages;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
