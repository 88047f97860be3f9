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
        completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        try {
            complete(text.toString());
        } catch (OutOfMemoryError tooLarge) {
            completeExceptionally(tooLarge);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        Subscription upstream = subscription;
        if (upstream != null) {
            upstream.cancel();
        }
        return super.cancel(mayInterruptIfRunning);
    }
}
