package dev.kida;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Collects the chunks of a publisher into one string. */
final class Collector extends CompletableFuture<String> implements Subscriber<String> {

    private final StringBuilder text = new StringBuilder();
    private volatile @Nullable Subscription subscription;

    private Collector() {}

    static CompletableFuture<String> collect(Publisher<String> chunks) {
        Collector collector = new Collector();
        chunks.subscribe(collector);
        return collector;
    }

    @Override
    public void onSubscribe(Subscription upstream) {
        subscription = upstream;
        upstream.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String chunk) {
        text.append(chunk);
    }

    @Override
    public void onError(Throwable problem) {
        super.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        try {
            super.complete(text.toString());
        } catch (OutOfMemoryError tooLarge) {
            super.completeExceptionally(tooLarge);
        }
    }

    // ---- what others do: nobody waits for the page any more ------------------------------------------------------

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        stop();
        return super.cancel(mayInterruptIfRunning);
    }

    /** {@code completeOnTimeout} comes here. */
    @Override
    public boolean complete(String other) {
        boolean first = super.complete(other);
        stop();
        return first;
    }

    /** {@code orTimeout} comes here. */
    @Override
    public boolean completeExceptionally(Throwable problem) {
        boolean first = super.completeExceptionally(problem);
        stop();
        return first;
    }

    private void stop() {
        Subscription upstream = subscription;
        if (upstream != null) {
            upstream.cancel();
        }
    }
}
