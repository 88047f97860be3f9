package dev.kida.render;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * One asynchronous value of one render. It is subscribed at most once; a single value is remembered, a sequence is read
 * item by item with bounded prefetch, or collected. All this happens on the thread that runs the render; what other threads
 * do is left to its {@link SourceSignals}. As a wait, it waits for its first item.
 */
final class AsyncSource implements Wait {

    private final AsyncKinds kinds;
    private final boolean multi;
    private final Sources sources;
    private final SourceSignals signals;
    private final AtomicBoolean started = new AtomicBoolean();

    /** Set for a future, whose result is taken without a subscription. */
    private volatile @Nullable FutureResult future;

    /** Null once the result of a single value is taken, so that the value can be forgotten. */
    private @Nullable Object value;

    private boolean shared;
    private boolean retain;
    private boolean read;
    private @Nullable String name;
    private @Nullable List<@Nullable Object> remembered;

    AsyncSource(AsyncKinds kinds, Object value, int prefetch, Sources sources) {
        this.kinds = kinds;
        this.value = value;
        this.multi = kinds.isMulti(value);
        this.signals = new SourceSignals(multi, Math.max(1, prefetch));
        this.sources = sources;
    }

    boolean isMulti() {
        return multi;
    }

    /** Asks for the items to be kept, because the value may be read at more than one place. */
    void share() {
        shared = true;
        retain = true;
    }

    /** Whether the value may be read at more than one place. */
    boolean isShared() {
        return shared;
    }

    void named(String attribute) {
        name = attribute;
    }

    @Override
    public String describe() {
        return name == null ? "an asynchronous value" : "the asynchronous value '" + name + "'";
    }

    @Override
    public AsyncSource source() {
        return this;
    }

    boolean isRetained() {
        return retain;
    }

    /** Subscribes, the first time it is called. A source that throws from {@code subscribe} has failed. */
    void start(RenderState state) {
        Object source = value;
        if (source == null || !started.compareAndSet(false, true)) {
            return;
        }
        Watching watching = sources.watching();
        AwaitWatch watch = watching == null ? null : watching.await(awaited());
        signals.watchedBy(watch);
        try {
            if (kinds.isFuture(source)) {
                FutureResult result = new FutureResult(signals);
                future = result;
                ((CompletionStage<?>) source).whenComplete(result);
            } else {
                Publisher<?> publisher = kinds.publisher(source, state);
                (watch == null ? publisher : watch.decorate(publisher)).subscribe(signals);
            }
        } catch (Throwable problem) { // an Error is the source's as well: it arrives where its value is wanted
            signals.finish(problem);
        }
    }

    private Awaited awaited() {
        return new Awaited(multi ? Awaited.Kind.SEQUENCE : Awaited.Kind.VALUE, name);
    }

    /**
     * Stops the source: nothing is delivered any more, and a source that clings to its subscribers does not cling to the
     * render. Idempotent, from any thread.
     */
    void cancel() {
        FutureResult result = future;
        if (result != null) {
            result.forget();
        }
        signals.cancel();
    }

    // ---- reading --------------------------------------------------------------------------------------------------

    /** Asks for everything up to the end, to be kept. */
    Wait all() {
        retain = true;
        signals.askForAll();
        return new Whole();
    }

    /** Reads the sequence from its first item. Only a retained one can be read by more than one reader. */
    Reader reader() {
        return new Reader();
    }

    /** Whether the first item, or the end, is there. */
    @Override
    public boolean isReady() {
        return signals.isDone() || signals.hasItem() || (remembered != null && !remembered.isEmpty());
    }

    /** The single value, once ready: the first item or null. Fails as the source failed. */
    @Nullable
    Object first() {
        List<@Nullable Object> known = remembered;
        if (known == null) {
            if (!multi) {
                value = null;
            }
            known = takeFirst();
            remembered = known;
        }
        return known.isEmpty() ? null : known.get(0);
    }

    private List<@Nullable Object> takeFirst() {
        List<@Nullable Object> result = new ArrayList<>(1);
        FutureResult answer = future;
        Object item = signals.poll();
        if (item != null) {
            result.add(item);
            if (retain) {
                signals.taken(); // others may read on
            } else if (multi) {
                signals.tell(RenderOutcome.SUCCESS, null);
                signals.cancelUpstream(); // a single-valued source is left to complete by itself
                sources.release(this);
            }
        } else {
            signals.rethrow();
            if (answer != null) {
                result.add(answer.value());
            }
        }
        return result;
    }

    /** All items, once they are there. */
    List<@Nullable Object> items() {
        List<@Nullable Object> items = remembered == null ? new ArrayList<>() : remembered;
        for (Object item = signals.poll(); item != null; item = signals.poll()) {
            items.add(item);
        }
        signals.rethrow();
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
        Object item = signals.poll();
        if (item == null) {
            signals.rethrow();
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
        signals.taken();
        return item;
    }

    // ---- waiting --------------------------------------------------------------------------------------------------

    @Override
    public boolean onReady(Runnable wake) {
        return signals.wakeUnless(this, wake);
    }

    @Override
    public void fail(RuntimeException problem) {
        signals.cancelUpstream();
        signals.finish(problem);
    }

    /** A wait for something of this source. */
    private abstract class View implements Wait {

        @Override
        public boolean onReady(Runnable wake) {
            return signals.wakeUnless(this, wake);
        }

        @Override
        public String describe() {
            return AsyncSource.this.describe();
        }

        @Override
        public AsyncSource source() {
            return AsyncSource.this;
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
            return signals.isDone();
        }
    }

    /** One loop over the items: where it is, and the wait for its next item. */
    final class Reader extends View {

        private int position;

        @Override
        public boolean isReady() {
            return signals.isDone() || signals.hasItem() || (remembered != null && position < remembered.size());
        }

        /** The next item, {@link Context#MISSING} at the end; call it only when ready. Fails as the source failed. */
        @Nullable
        Object next() {
            return AsyncSource.this.next(this);
        }
    }
}
