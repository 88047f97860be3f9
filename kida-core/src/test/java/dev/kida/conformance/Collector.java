package dev.kida.conformance;

import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Reads a published page to its end, while the asynchronous inputs of the case deliver what the engine waits for. */
final class Collector<T> implements Subscriber<T> {

    private static final long ALL = Long.MAX_VALUE;

    private final Waits waits;
    private final Function<T, String> text;
    private final boolean stepwise;
    private final StringBuilder page = new StringBuilder();
    private Subscription subscription;
    private Throwable failure;
    private boolean over;
    private boolean wanting;

    private Collector(Waits waits, Function<T, String> text, boolean stepwise) {
        this.waits = waits;
        this.text = text;
        this.stepwise = stepwise;
    }

    /**
     * Reads all.
     *
     * @param text what a chunk says
     * @param stepwise whether to ask for one chunk at a time
     */
    static <T> Outcome read(Publisher<T> publisher, Waits waits, Function<T, String> text, boolean stepwise) {
        Collector<T> collector = new Collector<>(waits, text, stepwise);
        publisher.subscribe(collector);
        return collector.outcome();
    }

    private Outcome outcome() {
        while (!over) {
            if (wanting) {
                wanting = false;
                subscription.request(1);
            } else if (!waits.deliver(page.codePointCount(0, page.length()))) {
                return Outcome.crash("the stream stopped after " + Outcome.quote(page.toString()));
            }
        }
        return failure == null ? Outcome.output(page.toString(), waits.handedOver()) : Outcome.failure(failure);
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (stepwise) {
            wanting = true;
        } else {
            given.request(ALL);
        }
    }

    @Override
    public void onNext(T chunk) {
        page.append(text.apply(chunk));
        wanting = stepwise;
    }

    @Override
    public void onError(Throwable thrown) {
        failure = thrown;
        over = true;
    }

    @Override
    public void onComplete() {
        over = true;
    }
}
