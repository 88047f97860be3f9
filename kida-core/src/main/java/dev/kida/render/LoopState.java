package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Iteration;
import dev.kida.value.MemberProvider;
import dev.kida.value.Members;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Tuple;
import dev.kida.value.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * A running loop: where its items come from, and what templates see as {@code loop} (spec 03 §5.1). Members that need the
 * length read the rest of the items first; an asynchronous loop refuses them.
 */
public final class LoopState implements MemberProvider {

    private static final List<String> MEMBERS = List.of(
            "index", "index0", "first", "last", "length", "revindex", "revindex0", "previtem", "nextitem", "cycle");

    private final Activation activation;
    private final Budget budget;
    private @Nullable List<?> list;
    private @Nullable Iterator<?> iterator;
    private @Nullable AsyncSource source;
    private AsyncSource.@Nullable Reader reader;
    private @Nullable AutoCloseable resource;
    private @Nullable Undo reading;
    /** The loop this is a view of, and in that loop all items since a view was taken. */
    private @Nullable LoopState origin;

    private @Nullable List<@Nullable Object> trail;
    private boolean unpacking;
    private int index;
    private @Nullable Object current;
    private @Nullable Object previous;

    private LoopState(Activation activation) {
        this.activation = activation;
        this.budget = activation.render.budget();
    }

    // ---- called by generated code --------------------------------------------------------------------------------

    /** A loop over a value that is there. */
    public static LoopState of(@Nullable Object value, Activation activation) {
        LoopState loop = new LoopState(activation);
        loop.over(value);
        return loop;
    }

    /** {@code async for}: a loop over an asynchronous value, or over a stream or an iterator, which can be read once. */
    public static LoopState ofAsync(@Nullable Object value, @Nullable String name, Activation activation) {
        LoopState loop = new LoopState(activation);
        RenderContext render = activation.render;
        AsyncSource source = name == null || activation.context.hides(name)
                ? null
                : render.sources().named(name);
        if (source == null) {
            if (isReadOnce(value)) {
                loop.over(value);
                return loop;
            }
            if (value == null || !render.sources().isAsync(value)) {
                if (render.autoAwait()) { // a component may be given what was awaited for it
                    loop.over(value);
                    return loop;
                }
                throw TemplateRuntimeException.type(
                        "async for needs an asynchronous sequence, not " + dev.kida.value.TypeNames.of(value),
                        "Use {% for %} for a plain sequence");
            }
            source = render.sources().of(value);
        }
        loop.over(source);
        return loop;
    }

    /** The same loop, whose items are unpacked: its {@code previtem} is what the first target was (spec 03 §5.2). */
    public LoopState unpacking() {
        unpacking = true;
        return this;
    }

    /** A plain {@code for} over a name, which may stand for an asynchronous value (implicit await). */
    public static LoopState ofName(@Nullable Object value, String name, Activation activation) {
        RenderContext render = activation.render;
        if (render.autoAwait()
                && !activation.context.hides(name)
                && render.sources().isPending(name)) {
            return ofAsync(value, name, activation);
        }
        return of(value, activation);
    }

    /** Moves to the next item of a loop over a value that is there. */
    public boolean next() {
        if (list != null) {
            if (index >= list.size()) {
                close(); // of a stream that had to be read to its end before
                return false;
            }
            advance(list.get(index));
            return true;
        }
        if (iterator != null && iterator.hasNext()) {
            Object item = iterator.next();
            if (trail != null) {
                trail.add(item);
            }
            advance(item);
            return true;
        }
        close();
        return false;
    }

    /** Moves to the next item: 1 when there is one, 0 at the end, -1 when the frame has to wait. */
    public int poll(UnitFrame frame) {
        AsyncSource from = source;
        if (from == null) {
            return next() ? 1 : 0;
        }
        AsyncSource.Reader items = reader;
        Wait wait = items == null ? from : items;
        if (!wait.isReady()) {
            frame.waitFor(wait);
            return -1;
        }
        if (items == null) {
            settle();
            source = null;
            over(spread(from.first()));
            return next() ? 1 : 0;
        }
        Object item = items.next();
        if (item == Context.MISSING) {
            settle();
            activation.render.sources().release(from);
            return 0;
        }
        advance(item);
        return 1;
    }

    public @Nullable Object current() {
        return current;
    }

    /** Whether there was no item at all. */
    public boolean wasEmpty() {
        return index == 0;
    }

    /** What the loop variable is now; it stays so when the loop goes on. */
    LoopState here() {
        LoopState view = new LoopState(activation);
        view.origin = origin == null ? this : origin;
        view.list = list;
        view.source = source;
        view.index = index;
        view.current = current;
        view.previous = previous;
        if (iterator != null && list == null && trail == null) {
            trail = past();
        }
        return view;
    }

    /** Ends the loop early: cancels the source, closes the iterator. */
    public void close() {
        settle();
        AsyncSource from = source;
        if (from != null && !from.isRetained()) {
            from.cancel();
            activation.render.sources().release(from);
        }
        AutoCloseable open = resource;
        if (open != null) {
            resource = null;
            activation.render.open().closed(open);
            Iteration.close(open);
        }
    }

    /** As {@link #close}, for a loop whose body has failed: a failure to close is not the one to report. */
    void abandon() {
        try {
            close();
        } catch (RuntimeException second) {
            Safely.log(System.Logger.Level.DEBUG, "closing an iterated value", second);
        }
    }

    /** Something has to be closed, also when an error leaves the loop and is caught around it. */
    private void reads() {
        reading = new Undo.Reading(this);
        activation.render.undo(reading);
    }

    private void settle() {
        if (reading != null) {
            activation.render.settled(reading);
            reading = null;
        }
    }

    // ---- items -----------------------------------------------------------------------------------------------------

    private void over(@Nullable Object value) {
        if (value instanceof List<?> items && items instanceof RandomAccess) {
            list = items;
            return;
        }
        if (value instanceof AutoCloseable closeable) {
            opened(closeable);
        }
        Iterator<?> items = Iteration.iterate(value);
        if (resource == null && items instanceof AutoCloseable closeable) {
            opened(closeable);
        }
        iterator = items;
    }

    private void opened(AutoCloseable closeable) {
        resource = closeable;
        activation.render.open().opened(closeable);
        reads();
    }

    private void over(AsyncSource from) {
        from.start(activation);
        source = from;
        if (!from.isRetained()) {
            reads();
        }
        if (from.isMulti()) {
            reader = from.reader();
        }
    }

    /** A single-valued source gives the elements of a sequence, or itself as the only element; nothing for null. */
    private static @Nullable Object spread(@Nullable Object result) {
        Object value = Values.unwrap(result);
        boolean sequence =
                value == null || value instanceof Iterable || value.getClass().isArray() || isReadOnce(value);
        return sequence ? value : List.of(value);
    }

    /** What is a sequence in time even though nothing has to be awaited. */
    private static boolean isReadOnce(@Nullable Object value) {
        return value instanceof BaseStream || value instanceof Iterator;
    }

    private void advance(@Nullable Object item) {
        budget.turn();
        previous = unpacking && index > 0 ? Iteration.iterate(current).next() : current;
        current = Values.unwrap(item);
        index++;
    }

    // ---- the loop variable -------------------------------------------------------------------------------------

    /** {@code loop.index}. This and the next ones are called by generated code where it knows the loop. */
    public long index() {
        return index;
    }

    public long index0() {
        return index - 1L;
    }

    public boolean first() {
        return index == 1;
    }

    public boolean last() {
        return index == length("last");
    }

    public long length() {
        return length("length");
    }

    public long revindex() {
        return length("revindex") - index + 1L;
    }

    public long revindex0() {
        return (long) length("revindex0") - index;
    }

    @Override
    public @Nullable Object member(String name) {
        return switch (name) {
            case "index" -> index();
            case "index0" -> index0();
            case "first" -> first();
            case "last" -> last();
            case "length" -> length();
            case "revindex" -> revindex();
            case "revindex0" -> revindex0();
            case "previtem" -> previous;
            case "nextitem" -> nextItem();
            case "cycle" -> cycle();
            default -> Members.MISSING;
        };
    }

    @Override
    public Collection<String> memberNames() {
        return MEMBERS;
    }

    private int length(String member) {
        return materialised(member).size();
    }

    private @Nullable Object nextItem() {
        List<?> all = materialised("nextitem");
        return index < all.size() ? Values.unwrap(all.get(index)) : null;
    }

    private List<?> materialised(String member) {
        if (source != null) {
            throw new TemplateRuntimeException(
                    ErrorCode.K_RUN_007,
                    "loop." + member + " is not available in async loops, because the total size is not known",
                    null,
                    "Await the whole sequence and use {% for %}");
        }
        LoopState real = origin;
        if (real != null) {
            return real.materialised(member);
        }
        List<?> known = list;
        if (known == null) {
            List<@Nullable Object> all = trail == null ? past() : trail;
            Iterator<?> rest = iterator;
            while (rest != null && rest.hasNext()) {
                all.add(rest.next());
            }
            list = all;
            known = all;
        }
        return known;
    }

    /** A list that ends with the current item; items before the previous one are never asked for again. */
    private List<@Nullable Object> past() {
        List<@Nullable Object> past = new ArrayList<>();
        for (int i = 1; i < index; i++) {
            past.add(null);
        }
        if (index > 0) {
            past.add(current);
        }
        return past;
    }

    private TemplateFunction cycle() {
        int position = index - 1;
        return new EngineFunction("cycle", Signature.parse("*values"), (arguments, context) -> {
            Tuple values = (Tuple) java.util.Objects.requireNonNull(arguments[0]);
            return position < 0 || values.isEmpty() ? null : values.get(position % values.size());
        });
    }

    /** What a template sees that prints {@code loop} itself. */
    @Override
    public String toString() {
        return "<loop " + index + ">";
    }
}
