package dev.kida.render;

import dev.kida.output.Output;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A cold publisher: every subscriber gets a render of its own, which advances only as far as it asks. */
final class StreamPublisher<T> implements Publisher<T> {

    /** Takes a chunk out of an output. */
    interface Taker<T> {
        /**
         * @param flush whether the chunk ends at a boundary
         * @param last whether nothing follows
         * @param even whether there is to be a chunk even if there is no text: nothing was sent yet, or what was sent
         *     does not say that it is to be flushed
         * @return null when there is nothing to send
         */
        @Nullable
        T take(Output out, boolean flush, boolean last, boolean even);

        /** Characters or bytes of a chunk. */
        int size(T chunk);
    }

    static final Taker<String> STRINGS = new Taker<>() {
        @Override
        public @Nullable String take(Output out, boolean flush, boolean last, boolean even) {
            String text = out.takeString();
            return text.isEmpty() ? null : text;
        }

        @Override
        public int size(String chunk) {
            return chunk.length();
        }
    };

    static final Taker<Chunk> CHUNKS = new Taker<>() {
        @Override
        public @Nullable Chunk take(Output out, boolean flush, boolean last, boolean even) {
            byte[] bytes = out.takeBytes();
            return bytes.length == 0 && !even ? null : new Chunk(bytes, flush, last);
        }

        @Override
        public int size(Chunk chunk) {
            return chunk.bytes().length;
        }
    };

    private static final Subscription NOTHING = new Subscription() {
        @Override
        public void request(long n) {
            // there is nothing to ask for
        }

        @Override
        public void cancel() {
            // nor to cancel
        }
    };

    private final Supplier<Run> starter;
    private final StepScopes scopes;
    private final Supplier<Output> outputs;
    private final Taker<T> taker;

    StreamPublisher(Supplier<Run> starter, StepScopes scopes, Supplier<Output> outputs, Taker<T> taker) {
        this.starter = starter;
        this.scopes = scopes;
        this.outputs = outputs;
        this.taker = taker;
    }

    @Override
    public void subscribe(Subscriber<? super T> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        StreamSubscription<T> subscription;
        try {
            subscription = new StreamSubscription<>(subscriber, starter, scopes, outputs.get(), taker);
        } catch (Throwable problem) { // rule 1.9: not even then is there another way to say so
            subscriber.onSubscribe(NOTHING);
            subscriber.onError(problem);
            return;
        }
        try {
            subscriber.onSubscribe(subscription);
        } catch (Throwable problem) {
            subscription.cancel(); // it may have asked for the page before it failed
            throw problem;
        } finally {
            subscription.begin();
        }
    }
}
