package dev.kida.render;

import dev.kida.output.Output;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
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
    private final Output out;
    private final StreamPublisher.Taker<T> taker;
    private final AtomicLong requested = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private final Runnable drain = this::drain;
    private volatile boolean cancelled;
    private volatile @Nullable Throwable illegal;

    private @Nullable Run run;
    private @Nullable Machine machine;
    private @Nullable Wait waitingFor;
    private @Nullable ScheduledFuture<?> timeout;
    private boolean sent;

    /** Whether the chunk that was handed on last does not say that it is to be flushed. */
    private boolean held;

    private boolean finished;

    StreamSubscription(
            Subscriber<? super T> subscriber, Supplier<Run> starter, Output out, StreamPublisher.Taker<T> taker) {
        this.subscriber = subscriber;
        this.starter = starter;
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

    private void drain() {
        if (work.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            advance();
            missed = work.addAndGet(-missed);
        } while (missed != 0);
    }

    private void advance() {
        while (!finished) {
            Throwable protocol = illegal;
            if (cancelled) {
                finish(RenderOutcome.CANCELLED, null);
            } else if (protocol != null) {
                finish(RenderOutcome.ERROR, protocol);
                subscriber.onError(protocol);
            } else if (requested.get() == 0 || isWaiting()) {
                return;
            } else {
                step();
            }
        }
    }

    private boolean isWaiting() {
        Wait wait = waitingFor;
        if (wait == null) {
            return false;
        }
        if (wait.onReady(drain)) {
            return true; // a source wakes for every item; whoever waits for the end has to ask again
        }
        waitingFor = null;
        ScheduledFuture<?> timer = timeout;
        if (timer != null) {
            timeout = null;
            timer.cancel(false);
        }
        return false;
    }

    private void step() {
        try {
            Machine runs = machine;
            if (runs == null) {
                Run started = starter.get();
                run = started;
                runs = started.machine(out);
                machine = runs;
            }
            switch (runs.step()) {
                case DONE -> complete();
                case FULL -> send(false, false);
                case FLUSH -> send(true, false);
                case WAIT -> {
                    if (!send(true, false)) {
                        waitFor(runs.waiting());
                    }
                }
            }
        } catch (Throwable problem) {
            if (!finished) {
                finish(RenderOutcome.of(problem), problem);
                Failures.rethrowFatal(problem);
                subscriber.onError(problem);
            }
        }
    }

    private void complete() {
        send(false, true);
        if (!finished) {
            finish(RenderOutcome.SUCCESS, null);
            if (!cancelled) {
                subscriber.onComplete();
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
        if (requested.get() != Long.MAX_VALUE) {
            requested.decrementAndGet();
        }
        try {
            subscriber.onNext(chunk);
        } catch (Throwable broken) {
            finish(RenderOutcome.CANCELLED, broken); // rule 2.13: a subscriber that throws has cancelled
            Failures.rethrowFatal(broken);
        }
        return true;
    }

    private void waitFor(Wait wait) {
        if (!wait.onReady(drain)) {
            return;
        }
        waitingFor = wait;
        RenderContext render = java.util.Objects.requireNonNull(run).render();
        EngineSettings settings = render.settings();
        RenderOptions options = render.options();
        long nanos = Timeouts.nanos(
                options.asyncTimeout() == null ? settings.asyncTimeout() : options.asyncTimeout(), render);
        if (nanos != Long.MAX_VALUE) {
            timeout = settings.timer()
                    .schedule(() -> wait.fail(Timeouts.expired(wait, nanos)), nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void finish(RenderOutcome outcome, @Nullable Throwable failure) {
        finished = true;
        ScheduledFuture<?> timer = timeout;
        if (timer != null) {
            timer.cancel(false);
        }
        machine = null;
        if (run != null) {
            run.render().close(outcome, failure);
        }
    }
}
