package dev.kida.conformance;

import java.util.List;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** An asynchronous sequence that suspends before each item, and before its failure if it has one. */
final class AsyncSequence implements Publisher<Object> {

    private final Waits waits;
    private final List<?> items;
    private final RuntimeException failure;

    AsyncSequence(Waits waits, List<?> items, RuntimeException failure) {
        this.waits = waits;
        this.items = items;
        this.failure = failure;
    }

    @Override
    public void subscribe(Subscriber<? super Object> subscriber) {
        Reading reading = new Reading(subscriber);
        subscriber.onSubscribe(reading);
        reading.endIfOver();
    }

    private final class Reading implements Subscription {

        private final Subscriber<? super Object> subscriber;
        private int next;
        private long demand;
        private boolean promised;
        private boolean over;

        Reading(Subscriber<? super Object> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long n) {
            demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
            promise();
        }

        @Override
        public void cancel() {
            over = true;
        }

        private void promise() {
            if (!over && !promised && demand > 0 && (next < items.size() || failure != null)) {
                promised = true;
                waits.add(this::deliver);
            }
        }

        private boolean deliver() {
            promised = false;
            if (over) {
                return false;
            }
            if (next == items.size()) {
                over = true;
                subscriber.onError(failure);
                return true;
            }
            demand--;
            Object item = items.get(next++);
            promise(); // before the engine asks for anything else: see the order in Waits
            subscriber.onNext(item);
            endIfOver();
            return true;
        }

        /** The end is known at once. */
        private void endIfOver() {
            if (!over && next == items.size() && failure == null) {
                over = true;
                subscriber.onComplete();
            }
        }
    }
}
