package dev.kida.render;

import dev.kida.error.TemplateRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One asynchronous value of one render. It is subscribed at most once; a single value is remembered, a sequence is read
 * item by item with bounded prefetch, or collected. Signals may come from any thread; everything else happens on the
 * thread that runs the render. As a wait, it waits for its first item.
 */
final class AsyncSource implements Subscriber<Object>, Wait {

    private static final System.Logger LOG = System.getLogger("dev.kida");

    private final AsyncKinds kinds;
    private final Object value;
    private final boolean multi;
    private final int prefetch;
    private final ItemQueue queue;
    /** How many taken items are asked for again at once: most of what may wait, so that asking is rare. */
    private final int batch;

    private int taken;
    private long asked;

    /** How many items were asked for, for the thread that sends them; and how many it has sent. */
    private volatile long allowed;

    private long received;
    private final AtomicBoolean sending = new AtomicBoolean();
    private final AtomicReference<@Nullable Runnable> waiter = new AtomicReference<>();
    private final AtomicReference<@Nullable Subscription> upstream = new AtomicReference<>();
    private final Sources sources;
    private final AtomicReference<@Nullable AwaitWatch> watch = new AtomicReference<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean cancelled;
    private volatile boolean done;
    private volatile @Nullable Throwable failure;
    private volatile boolean unbounded;
    private volatile @Nullable Object futureResult;
    private volatile @Nullable Result waitingFuture;

    private boolean retain;
    private boolean read;
    private @Nullable String name;
    private @Nullable List<@Nullable Object> remembered;

    AsyncSource(AsyncKinds kinds, Object value, int prefetch, Sources sources) {
        this.kinds = kinds;
        this.value = value;
        this.multi = kinds.isMulti(value);
        this.prefetch = Math.max(1, prefetch);
        this.batch = this.prefetch - this.prefetch / 4;
        this.queue = new ItemQueue(multi ? this.prefetch : 1);
        this.sources = sources;
    }

    boolean isMulti() {
        return multi;
    }

    /** Asks for the items to be kept, because the sequence may be read more than once. */
    void retain() {
        retain = true;
    }

    void named(String attribute) {
        name = attribute;
    }

    @Override
    public String describe() {
        return name == null ? "an asynchronous value" : "the asynchronous value '" + name + "'";
    }

    boolean isRetained() {
        return retain;
    }

    /** Subscribes, the first time it is called. A source that throws from {@code subscribe} has failed. */
    void start(RenderState state) {
        if (!started.compareAndSet(false, true)) {
            return;
        }
        Watching watching = sources.watching();
        AwaitWatch told = watching == null ? null : watching.await(awaited());
        watch.set(told);
        try {
            if (kinds.isFuture(value)) {
                startFuture((CompletionStage<?>) value);
            } else {
                Publisher<?> publisher = kinds.publisher(value, state);
                (told == null ? publisher : told.decorate(publisher)).subscribe(this);
            }
        } catch (RuntimeException problem) {
            finish(problem);
        }
    }

    private Awaited awaited() {
        return new Awaited(multi ? Awaited.Kind.SEQUENCE : Awaited.Kind.VALUE, name);
    }

    private void tell(RenderOutcome outcome, @Nullable Throwable problem) {
        AwaitWatch told = watch.getAndSet(null);
        if (told != null) {
            told.onEnd(outcome, problem);
        }
    }

    private void startFuture(CompletionStage<?> stage) {
        Result listener = new Result(this);
        waitingFuture = listener;
        stage.whenComplete(listener);
    }

    /**
     * Takes the result of a future. A future keeps its listeners for as long as it has no result, whoever still wants it;
     * so this one lets go of a render that is over.
     */
    private static final class Result implements BiConsumer<@Nullable Object, @Nullable Throwable> {

        private volatile @Nullable AsyncSource source;

        Result(AsyncSource source) {
            this.source = source;
        }

        @Override
        public void accept(@Nullable Object result, @Nullable Throwable problem) {
            AsyncSource waiting = source;
            if (waiting != null) {
                source = null;
                if (problem == null) {
                    waiting.futureResult = result;
                }
                waiting.finish(problem);
            }
        }

        void forget() {
            source = null;
        }
    }

    // ---- what the render asks -------------------------------------------------------------------------------------

    /** Asks for everything up to the end, to be kept. */
    Wait all() {
        if (!unbounded) {
            retain = true;
            unbounded = true;
            Subscription subscription = upstream.get();
            if (subscription != null) {
                subscription.request(Long.MAX_VALUE);
            }
        }
        return new Whole();
    }

    /** Reads the sequence from its first item. Only a retained one can be read by more than one reader. */
    Reader reader() {
        return new Reader();
    }

    /** Whether the first item, or the end, is there. */
    @Override
    public boolean isReady() {
        return done || !queue.isEmpty() || (remembered != null && !remembered.isEmpty());
    }

    /** The single value, once ready: the first item or null. Fails as the source failed. */
    @Nullable
    Object first() {
        if (remembered == null) {
            List<@Nullable Object> result = new ArrayList<>(1);
            if (kinds.isFuture(value) && failure == null) {
                result.add(futureResult);
            } else if (!queue.isEmpty()) {
                result.add(queue.poll());
                if (retain) {
                    taken(); // others may read on
                } else if (multi) {
                    tell(RenderOutcome.SUCCESS, null);
                    cancelUpstream(); // a single-valued source is left to complete by itself
                }
            } else {
                rethrow();
            }
            remembered = result;
        }
        return remembered.isEmpty() ? null : remembered.get(0);
    }

    /** All items, once they are there. */
    List<@Nullable Object> items() {
        List<@Nullable Object> items = remembered == null ? new ArrayList<>() : remembered;
        for (Object item = queue.poll(); item != null; item = queue.poll()) {
            items.add(item);
        }
        rethrow();
        remembered = items;
        return items;
    }

    /** Whether reading again would miss items that were handed out before. */
    boolean isSpent() {
        return read && !retain;
    }

    private @Nullable Object next(Reader reader) {
        List<@Nullable Object> kept = remembered;
        if (kept != null && reader.position < kept.size()) {
            return kept.get(reader.position++);
        }
        Object item = queue.poll();
        if (item == null) {
            rethrow();
            return Context.MISSING;
        }
        read = true;
        if (retain) {
            if (kept == null) {
                kept = new ArrayList<>();
                remembered = kept;
            }
            kept.add(item);
            reader.position++;
        }
        taken();
        return item;
    }

    /** One item has left the queue: there is room for another. */
    private void taken() {
        if (++taken == batch) {
            taken = 0;
            askFor(batch);
        }
    }

    private void askFor(int items) {
        Subscription subscription = upstream.get();
        if (subscription != null && !unbounded && !done) {
            asked += items;
            allowed = asked;
            subscription.request(items);
        }
    }

    private void rethrow() {
        Throwable problem = failure;
        if (problem != null) {
            throw Failures.fromSource(problem);
        }
    }

    // ---- waiting --------------------------------------------------------------------------------------------------

    @Override
    public boolean onReady(Runnable wake) {
        return wakeUnless(this, wake);
    }

    /** Whoever waits here is woken by every signal, and looks again for himself. */
    private boolean wakeUnless(Wait wait, Runnable wake) {
        waiter.set(wake);
        return !(wait.isReady() && waiter.compareAndSet(wake, null));
    }

    @Override
    public void fail(RuntimeException problem) {
        cancelUpstream();
        finish(problem);
    }

    private void wake() {
        Runnable waiting = waiter.get() == null ? null : waiter.getAndSet(null);
        if (waiting != null) {
            waiting.run();
        }
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
            boolean bounded = multi && !unbounded;
            asked = prefetch;
            allowed = asked;
            subscription.request(bounded ? prefetch : Long.MAX_VALUE);
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
        boolean tooMany = ++received > allowed && multi && !unbounded;
        if (!multi) {
            tell(RenderOutcome.SUCCESS, null); // its value is here, whenever it may say that it is complete
        }
        if (!tooMany) {
            queue.add(item);
        }
        sending.setRelease(false);
        if (tooMany) {
            refuse("A publisher sent more items than were requested");
        } else {
            wake();
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

    private void finish(@Nullable Throwable problem) {
        if (!done) {
            tell(RenderOutcome.of(problem), problem); // before the render can go on, and end
            failure = problem;
            done = true;
        }
        wake();
    }

    /**
     * Stops the source: nothing is delivered any more, and a source that clings to its subscribers does not cling to the
     * render. Idempotent, from any thread.
     */
    void cancel() {
        cancelled = true;
        Result listener = waitingFuture;
        if (listener != null) {
            listener.forget();
        }
        if (!done) {
            tell(RenderOutcome.CANCELLED, null);
            cancelUpstream();
        }
        queue.clear();
        wake(); // a thread that blocks until something comes finds out that nothing will
    }

    private void cancelUpstream() {
        Subscription subscription = upstream.get();
        if (subscription != null) {
            cancel(subscription);
        }
    }

    /** A source that cannot even be cancelled must not keep the render from ending. */
    private static void cancel(Subscription subscription) {
        try {
            subscription.cancel();
        } catch (RuntimeException problem) {
            LOG.log(System.Logger.Level.DEBUG, "cancelling a source failed", problem);
        }
    }

    /** A wait for something of this source. */
    private abstract class View implements Wait {

        @Override
        public boolean onReady(Runnable wake) {
            return wakeUnless(this, wake);
        }

        @Override
        public String describe() {
            return AsyncSource.this.describe();
        }

        @Override
        public void fail(RuntimeException problem) {
            AsyncSource.this.fail(problem);
        }
    }

    /** A wait for the end. */
    private final class Whole extends View {
        @Override
        public boolean isReady() {
            return done;
        }
    }

    /** One loop over the items: where it is, and the wait for its next item. */
    final class Reader extends View {

        private int position;

        AsyncSource source() {
            return AsyncSource.this;
        }

        @Override
        public boolean isReady() {
            return done || !queue.isEmpty() || (remembered != null && position < remembered.size());
        }

        /** The next item, {@link Context#MISSING} at the end; call it only when ready. Fails as the source failed. */
        @Nullable
        Object next() {
            return AsyncSource.this.next(this);
        }
    }
}
