package dev.kida.render;

import dev.kida.output.Output;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One streamed render. Demand, the signals of sources, timeouts and cancellation all end in {@link #drain}, which lets one
 * thread at a time advance the render and never recurses; no thread is blocked while the render waits.
 */
final class StreamSubscription<T> implements Subscription {

    private final Subscriber<? super T> subscriber;
    private final Supplier<Run> starter;
    private final StepScopes scopes;
    private final Output out;
    private final StreamPublisher.Taker<T> taker;
    private final AtomicLong requested = new AtomicLong();
    /** What is to be looked at; one thing is from the start, so that nobody advances before {@link #begin}. */
    private final AtomicInteger work = new AtomicInteger(1);

    private final Runnable drain = this::drain;
    private volatile boolean cancelled;
    private volatile boolean late;
    private volatile @Nullable Throwable illegal;

    private @Nullable Run run;
    private @Nullable Ensemble ensemble;
    private @Nullable StreamEnding ending;
    private RenderClock.@Nullable Task timeout;
    private boolean waiting;
    private boolean sent;

    /** Whether the chunk that was handed on last does not say that it is to be flushed. */
    private boolean held;

    private boolean finished;

    StreamSubscription(
            Subscriber<? super T> subscriber,
            Supplier<Run> starter,
            StepScopes scopes,
            Output out,
            StreamPublisher.Taker<T> taker) {
        this.subscriber = subscriber;
        this.starter = starter;
        this.scopes = scopes;
        this.out = out;
        this.taker = taker;
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            illegal = new IllegalArgumentException("rule 3.9: request of " + n + " items, must be positive");
        } else {
            requested.accumulateAndGet(n, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
        }
        drain();
    }

    @Override
    public void cancel() {
        cancelled = true;
        drain();
    }

    /** The subscriber has its subscription: signals of other threads must not overlap with that one (rule 1.3). */
    void begin() {
        work();
    }

    private void drain() {
        if (work.getAndIncrement() == 0) {
            work();
        }
    }

    private void work() {
        int missed = 1;
        do {
            advance();
            missed = work.addAndGet(-missed);
        } while (missed != 0);
    }

    private void advance() {
        while (!finished) {
            try {
                if (!proceed()) {
                    return;
                }
            } catch (Throwable problem) { // of a clock or a source: the reader must not be left without an end
                fail(problem);
            }
        }
    }

    /** Does the next thing there is to do; false when there is nothing. */
    private boolean proceed() {
        expire();
        Throwable protocol = illegal;
        if (cancelled) {
            finish(RenderOutcome.CANCELLED, null);
        } else if (protocol != null) {
            finish(RenderOutcome.ERROR, protocol);
            end(protocol);
        } else if (requested.get() == 0 || isWaiting()) {
            return false;
        } else {
            step();
        }
        return true;
    }

    private boolean isWaiting() {
        if (!waiting) {
            return false;
        }
        if (performers().onReady(drain)) {
            return true; // a source wakes for every item; whoever waits for the end has to ask again
        }
        waiting = false;
        stopTimer();
        return false;
    }

    private Ensemble performers() {
        return java.util.Objects.requireNonNull(ensemble);
    }

    private void step() {
        try {
            switch (run()) {
                case DONE -> complete();
                case FULL -> send(false, false);
                case FLUSH -> send(true, false);
                case WAIT -> {
                    if (!send(true, false)) {
                        await(performers());
                    }
                }
            }
        } catch (Throwable problem) {
            if (finished || !endInGoodOrder(problem)) {
                fail(problem);
            }
        }
    }

    /** Code of the template runs here, and nowhere else. */
    private Machine.Step run() {
        StepScope.Open scope = scopes.open();
        try {
            Ensemble performers = ensemble;
            if (performers == null) {
                performers = start();
                ensemble = performers;
            }
            return performers.step();
        } finally {
            if (scope != null) {
                scope.close();
            }
        }
    }

    /**
     * Errors of the JVM are handed on as well, not thrown: here they would meet the thread of a source, which knows nothing
     * of this page, while its reader waits.
     */
    private void fail(Throwable problem) {
        if (finished) {
            Safely.log(System.Logger.Level.WARNING, "What follows the end of a page", problem);
            return;
        }
        finish(RenderOutcome.of(problem), problem);
        end(ending == null ? problem : ending.first(problem));
    }

    /** The last signal; null when all went well. */
    private void end(@Nullable Throwable problem) {
        Safely.run(System.Logger.Level.WARNING, "The end of a page, as its subscriber took it,", () -> {
            if (problem == null) {
                subscriber.onComplete();
            } else {
                subscriber.onError(problem);
            }
        });
    }

    /** Whether the page goes on with what it has for this case. */
    private boolean endInGoodOrder(Throwable problem) {
        Run rest = ending == null || !sent ? null : ending.after(problem, out);
        if (rest == null) {
            return false;
        }
        ensemble = ensemble(rest);
        return true;
    }

    private Ensemble start() {
        Run started = starter.get();
        run = started;
        ending = StreamEnding.of(started);
        return ensemble(started);
    }

    private Ensemble ensemble(Run started) {
        run = started;
        RenderOptions options = started.render().options();
        Duration patience = options.asyncTimeout();
        return started.ensemble(
                out, patience == null ? started.render().settings().asyncTimeout() : patience);
    }

    private void complete() {
        if (ending != null) {
            ending.finish(out);
        }
        send(false, true);
        if (!finished) {
            finish(RenderOutcome.SUCCESS, null);
            if (!cancelled) {
                end(null);
            }
        }
    }

    /** Hands on what is there; false when there is nothing. */
    private boolean send(boolean flush, boolean last) {
        if (last) {
            out.finish();
        }
        T chunk = taker.take(out, flush, last, last ? !sent : flush && held);
        if (chunk == null) {
            return false;
        }
        sent = true;
        held = !flush && !last;
        java.util.Objects.requireNonNull(run).output(taker.size(chunk), flush || last);
        if (ending != null) {
            ending.sent(chunk);
        }
        if (requested.get() != Long.MAX_VALUE) {
            requested.decrementAndGet();
        }
        try {
            subscriber.onNext(chunk);
        } catch (Throwable broken) {
            broken(broken);
        }
        return true;
    }

    /**
     * A subscriber that throws has cancelled (rule 2.13). It is told of its own failure nevertheless: operators let errors
     * of the JVM through, and whoever waits behind them for the rest of the page has to learn that there will be none.
     */
    private void broken(Throwable problem) {
        finish(RenderOutcome.CANCELLED, problem);
        if (cancelled) {
            Safely.log(System.Logger.Level.DEBUG, "A subscriber that has cancelled", problem);
        } else {
            end(problem);
        }
    }

    // ---- waiting --------------------------------------------------------------------------------------------------

    private void await(Ensemble performers) {
        if (!performers.onReady(drain)) {
            return;
        }
        waiting = true;
        long nanos = performers.nanosLeft();
        if (nanos != Long.MAX_VALUE) {
            RenderClock clock =
                    java.util.Objects.requireNonNull(run).render().settings().clock();
            timeout = clock.schedule(this::timeIsUp, Duration.ofNanos(Math.max(0, nanos)));
        }
    }

    private void timeIsUp() {
        late = true;
        drain();
    }

    private void expire() {
        if (late) {
            late = false;
            if (waiting) {
                performers().expire();
            }
        }
    }

    private void stopTimer() {
        RenderClock.Task timer = timeout;
        if (timer != null) {
            timeout = null;
            timer.cancel();
        }
    }

    private void finish(RenderOutcome outcome, @Nullable Throwable failure) {
        finished = true;
        waiting = false;
        ensemble = null;
        Run over = run;
        run = null; // who still knows this subscription does not keep the render
        // of a clock, a source or a listener; the page has its end nevertheless
        Safely.run(System.Logger.Level.WARNING, "Taking back a timeout", this::stopTimer);
        if (over != null) {
            Safely.run(System.Logger.Level.WARNING, "Ending a render", () -> over.render()
                    .close(outcome, failure));
        }
    }
}
