package dev.kida.benchmarks.stream;

import java.util.function.ToIntFunction;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Takes everything a publisher has, on the thread that subscribes, and counts its bytes. */
final class ByteCounter<T> implements Subscriber<T> {

    private final ToIntFunction<T> size;
    private int bytes;
    private boolean complete;

    private ByteCounter(ToIntFunction<T> size) {
        this.size = size;
    }

    static <T> int count(Publisher<T> publisher, ToIntFunction<T> size) {
        ByteCounter<T> counter = new ByteCounter<>(size);
        publisher.subscribe(counter);
        if (!counter.complete) {
            throw new IllegalStateException("Not everything was there at once");
        }
        return counter.bytes;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T part) {
        bytes += size.applyAsInt(part);
    }

    @Override
    public void onError(Throwable problem) {
        throw new IllegalStateException(problem);
    }

    @Override
    public void onComplete() {
        complete = true;
    }
}
