package dev.kida.render;

import dev.kida.error.TemplateRuntimeException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * What comes from a source, from whatever thread, and waits to be taken by the thread that runs the render. Whatever a
 * publisher does, it does to its own value only.
 */
final class SourceSignals implements Subscriber<Object> {

    /** Stands for the subscription of a source that has ended: the real one may hold its source. */
    private static final Subscription ENDED = new Subscription() {
        @Override
        public void request(long n) {
            // it has sent all it had
        }

        @Override
        public void cancel() {
            // nothing is left to cancel
        }
    };

    private final boolean multi;
    private final ItemQueue queue;
    private final Demand demand;
    private final AtomicBoolean sending = new AtomicBoolean();
    private final AtomicReference<@Nullable Runnable> waiter = new AtomicReference<>();
    private final AtomicReference<@Nullable Subscription> upstream = new AtomicReference<>();
    private final AtomicReference<@Nullable AwaitWatch> watch = new AtomicReference<>();
    private volatile boolean cancelled;
    private volatile boolean done;
    private volatile @Nullable Throwable failure;

    /**
     * @param multi whether more than one item may come
     * @param prefetch how many of many items may wait
     */
    SourceSignals(boolean multi, int prefetch) {
        this.multi = multi;
        this.queue = new ItemQueue(multi ? prefetch : 1);
        this.demand = new Demand(prefetch, !multi);
    }

    void watchedBy(@Nullable AwaitWatch follower) {
        watch.set(follower);
    }

    /** It has ended, or the template has what it wanted; only the first call counts. */
    void tell(RenderOutcome outcome, @Nullable Throwable problem) {
        AwaitWatch told = watch.getAndSet(null);
        if (told != null) {
            told.onEnd(outcome, problem);
        }
    }

    // ---- what the render asks -------------------------------------------------------------------------------------

    /** Whether no item will come any more; there may be some in the queue. */
    boolean isDone() {
        return done;
    }

    boolean hasItem() {
        return !queue.isEmpty();
    }

    /** The next item, or null when there is none yet. */
    @Nullable
    Object poll() {
        return queue.poll();
    }

    /** Throws what the source failed with, if it did. */
    void rethrow() {
        Throwable problem = failure;
        if (problem != null) {
            throw Failures.fromSource(problem);
        }
    }

    /** One item was taken: there is room for another. */
    void taken() {
        int more = demand.taken();
        Subscription subscription = upstream.get();
        if (more > 0 && subscription != null) {
            request(subscription, more);
        }
    }

    /** Asks for everything there is. */
    void askForAll() {
        if (demand.everything()) {
            Subscription subscription = upstream.get();
            if (subscription != null) {
                request(subscription, Long.MAX_VALUE);
            }
        }
    }

    /** A source that cannot be asked has failed, whichever thread found out. */
    private void request(Subscription subscription, long n) {
        try {
            subscription.request(n);
        } catch (Throwable problem) {
            cancel(subscription);
            finish(problem);
        }
    }

    /** Whoever waits here is woken by every signal, and looks again for himself. */
    boolean wakeUnless(Wait wait, Runnable wake) {
        waiter.set(wake);
        return !(wait.isReady() && waiter.compareAndSet(wake, null));
    }

    private void wake() {
        Runnable waiting = waiter.get() == null ? null : waiter.getAndSet(null);
        if (waiting != null) {
            waiting.run();
        }
    }

    /** Stops the source: nothing is delivered any more. Idempotent, from any thread. */
    void cancel() {
        cancelled = true;
        if (!done) {
            tell(RenderOutcome.CANCELLED, null);
            cancelUpstream();
        }
        queue.clear();
        wake(); // a thread that blocks until something comes finds out that nothing will
    }

    void cancelUpstream() {
        Subscription subscription = upstream.get();
        if (subscription != null) {
            cancel(subscription);
        }
    }

    /** A source that cannot even be cancelled must not keep the render from ending. */
    private static void cancel(Subscription subscription) {
        Safely.run(System.Logger.Level.DEBUG, "Cancelling a source", subscription::cancel);
    }

    /** Ends it, with a failure or without. */
    void finish(@Nullable Throwable problem) {
        if (!done) {
            tell(RenderOutcome.of(problem), problem); // before the render can go on, and end
            failure = problem;
            done = true;
            upstream.set(ENDED);
        }
        wake();
    }

    // ---- signals ---------------------------------------------------------------------------------------------------

    @Override
    public void onSubscribe(Subscription subscription) {
        refuseNull(subscription, "subscription");
        if (!upstream.compareAndSet(null, subscription)) {
            cancel(subscription); // rule 2.5: a second subscription is refused
            return;
        }
        if (cancelled || done) {
            cancelUpstream();
        } else {
            request(subscription, demand.first());
        }
    }

    @Override
    public void onNext(Object item) {
        refuseNull(item, "item");
        if (done || cancelled) {
            return;
        }
        if (!sending.compareAndSet(false, true)) {
            refuse("A publisher sent items from two threads at once"); // rule 1.3; the queue is for one at a time
            return;
        }
        boolean tooMany = demand.isTooMany();
        if (!multi) {
            tell(RenderOutcome.SUCCESS, null); // its value is here, whenever it may say that it is complete
        }
        if (!tooMany && !keep(item)) {
            return;
        }
        sending.setRelease(false);
        if (tooMany) {
            refuse("A publisher sent more items than were requested");
        } else {
            wake();
        }
    }

    /** False when there is no memory for it: nobody else would tell the render. */
    private boolean keep(Object item) {
        try {
            queue.add(item);
            return true;
        } catch (OutOfMemoryError problem) {
            cancelUpstream();
            finish(problem);
            return false;
        }
    }

    @Override
    public void onError(Throwable problem) {
        refuseNull(problem, "error");
        finish(problem);
    }

    @Override
    public void onComplete() {
        finish(null);
    }

    private void refuse(String misdeed) {
        cancelUpstream();
        finish(TemplateRuntimeException.value(misdeed));
    }

    /** Rule 2.13 asks for the exception; a publisher that does not mind it will not go on, so the render must not wait. */
    private void refuseNull(@Nullable Object signal, String what) {
        if (signal == null) {
            NullPointerException problem = new NullPointerException("A publisher sent null for its " + what);
            cancelUpstream();
            finish(problem);
            throw problem;
        }
    }
}
