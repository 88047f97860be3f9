package dev.kida.stream;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A source that keeps to the rules and remembers how it was treated. */
final class Probe implements Publisher<Object> {

    /** As what the model holds the source. */
    enum Kind {
        MONO,
        FUTURE,
        FLUX,
        PUBLISHER,
        FLOW
    }

    /** What a source does: it sends the items, and then fails, ends, or stays silent. */
    record Script(List<?> items, @Nullable Throwable failure, boolean ends) {

        static Script of(List<?> items) {
            return new Script(items, null, true);
        }

        static Script failing(List<?> items, Throwable failure) {
            return new Script(items, failure, true);
        }

        static Script silentAfter(List<?> items) {
            return new Script(items, null, false);
        }
    }

    private final Script script;
    private final @Nullable Deliveries deliveries;
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private volatile @Nullable String wrong;

    /**
     * @param deliveries sends the signals later; null for a source that sends whatever is asked for at once
     */
    Probe(Script script, @Nullable Deliveries deliveries) {
        this.script = script;
        this.deliveries = deliveries;
    }

    /** The source as the model holds it. */
    Object as(Kind kind) {
        return switch (kind) {
            case MONO -> Mono.from(this);
            case FUTURE -> future();
            case FLUX -> Flux.from(this);
            case PUBLISHER -> this;
            case FLOW -> FlowAdapters.toFlowPublisher(this);
        };
    }

    int subscriptions() {
        return subscriptions.get();
    }

    /** How many subscriptions are neither over nor cancelled. */
    int open() {
        return open.get();
    }

    int cancelled() {
        return cancelled.get();
    }

    /** The first rule that was broken against this source, or null. */
    @Nullable
    String wrong() {
        return wrong;
    }

    private void broken(String rule) {
        if (wrong == null) {
            wrong = rule;
        }
    }

    private CompletableFuture<Object> future() {
        CompletableFuture<Object> future = new CompletableFuture<>();
        Runnable end = () -> {
            if (script.failure() != null) {
                future.completeExceptionally(script.failure());
            } else if (script.ends()) {
                future.complete(script.items().isEmpty() ? null : script.items().get(0));
            }
        };
        if (deliveries == null) {
            end.run();
        } else {
            deliveries.add(end);
        }
        return future;
    }

    @Override
    public void subscribe(Subscriber<? super Object> subscriber) {
        if (subscriptions.incrementAndGet() > 1) {
            broken("subscribed twice");
        }
        open.incrementAndGet();
        Reading reading = new Reading(subscriber);
        subscriber.onSubscribe(reading);
        reading.move();
    }

    private final class Reading implements Subscription {

        private final Subscriber<? super Object> subscriber;
        private long demand;
        private int next;
        private boolean sending;
        private boolean promised;
        private boolean over;

        Reading(Subscriber<? super Object> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public synchronized void request(long n) {
            if (n <= 0) {
                broken("asked for " + n);
            }
            demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
            move();
        }

        @Override
        public synchronized void cancel() {
            if (!over) {
                over = true;
                open.decrementAndGet();
                cancelled.incrementAndGet();
            }
        }

        private boolean hasSignal() {
            boolean items = next < script.items().size();
            return !over && (items ? demand > 0 : script.ends());
        }

        /** Sends what may be sent, now or later. */
        synchronized void move() {
            if (deliveries != null) {
                promise();
                return;
            }
            if (sending) {
                return; // asked from within a signal: the loop below goes on
            }
            sending = true;
            while (hasSignal()) {
                signal();
            }
            sending = false;
        }

        private void promise() {
            if (!promised && hasSignal()) {
                promised = true;
                java.util.Objects.requireNonNull(deliveries).add(this::deliver);
            }
        }

        private synchronized void deliver() {
            promised = false;
            if (hasSignal()) {
                signal();
                promise();
            }
        }

        private void signal() {
            if (next < script.items().size()) {
                demand--;
                subscriber.onNext(script.items().get(next++));
                return;
            }
            over = true;
            open.decrementAndGet();
            if (script.failure() != null) {
                subscriber.onError(script.failure());
            } else {
                subscriber.onComplete();
            }
        }
    }
}
