package dev.kida.stream;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Reads a published page and watches that the publisher keeps to the rules. */
final class Reader<T> implements Subscriber<T> {

    private final Function<T, String> text;
    private final boolean stepwise;
    private final StringBuffer page = new StringBuffer();
    private final AtomicInteger inside = new AtomicInteger();
    private volatile @Nullable Subscription subscription;
    private volatile @Nullable Throwable failure;
    private volatile boolean over;
    private volatile boolean cancelled;
    private volatile boolean wanting;
    private volatile @Nullable String wrong;

    private Reader(Function<T, String> text, boolean stepwise) {
        this.text = text;
        this.stepwise = stepwise;
    }

    /**
     * Reads as far as the sources go.
     *
     * @param text what a chunk says
     * @param stepwise whether to ask for one chunk at a time
     */
    static <T> Reader<T> read(Publisher<T> page, Function<T, String> text, boolean stepwise, Deliveries deliveries) {
        Reader<T> reader = new Reader<>(text, stepwise);
        deliveries.elsewhere(() -> page.subscribe(reader));
        while (!reader.over) {
            deliveries.all();
            if (!reader.wanting) {
                break;
            }
            reader.wanting = false;
            deliveries.elsewhere(() -> reader.subscription().request(1));
        }
        return reader;
    }

    private Subscription subscription() {
        return java.util.Objects.requireNonNull(subscription);
    }

    String page() {
        return page.toString();
    }

    boolean isOver() {
        return over;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /** The first rule that was broken, or null. */
    @Nullable
    String wrong() {
        return wrong;
    }

    void cancel() {
        cancelled = true;
        subscription().cancel();
        subscription().cancel();
        subscription().request(1);
    }

    private void signal(String what, Runnable action) {
        if (inside.getAndIncrement() != 0) {
            wrong = what + " while another signal was handled";
        }
        if (over) {
            wrong = what + " after the end";
        }
        if (cancelled) {
            wrong = what + " after cancel";
        }
        action.run();
        inside.decrementAndGet();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (stepwise) {
            wanting = true;
        } else {
            given.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(T chunk) {
        signal("onNext", () -> {
            page.append(text.apply(chunk));
            wanting = stepwise;
        });
    }

    @Override
    public void onError(Throwable problem) {
        signal("onError", () -> {
            failure = problem;
            over = true;
        });
    }

    @Override
    public void onComplete() {
        signal("onComplete", () -> over = true);
    }
}
