package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CallContext;
import dev.kida.value.Iteration;
import dev.kida.value.Numbers;
import dev.kida.value.Text;
import dev.kida.value.Truth;
import dev.kida.value.Tuple;
import dev.kida.value.TypeNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Items that are computed while they are iterated; they can be iterated as often as their source. */
final class LazyItems implements Iterable<@Nullable Object> {

    private final Supplier<Iterator<@Nullable Object>> items;

    private LazyItems(Supplier<Iterator<@Nullable Object>> items) {
        this.items = items;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return items.get();
    }

    /** Printed like a list. */
    @Override
    public String toString() {
        return Text.of(Iteration.toList(this));
    }

    /** Needs something with an order and a size. */
    static LazyItems reversed(@Nullable Object sequence) {
        if (Items.awaitedSize(sequence) < 0) {
            throw TemplateRuntimeException.type(TypeNames.of(sequence) + " cannot be reversed");
        }
        return new LazyItems(() -> {
            List<@Nullable Object> copy = Items.copy(sequence, "reversed");
            Collections.reverse(copy);
            return copy.iterator();
        });
    }

    static LazyItems enumerated(@Nullable Object iterable, @Nullable Object start) {
        if (!(Numbers.normalize(start) instanceof Long first)) {
            throw TemplateRuntimeException.type("enumerate needs an integer to start with");
        }
        Supplier<Iterator<@Nullable Object>> source = source(iterable, "enumerate");
        return new LazyItems(() -> {
            Iterator<@Nullable Object> iterator = source.get();
            long[] index = {first};
            return new Derived(iterator::hasNext, () -> Tuple.of(index[0]++, iterator.next()));
        });
    }

    /** Ends with the shortest of the iterables. */
    static LazyItems zipped(List<@Nullable Object> iterables) {
        List<Supplier<Iterator<@Nullable Object>>> sources = sources(iterables, "zip");
        return new LazyItems(() -> rows(sources, Tuple::of));
    }

    static LazyItems mapped(@Nullable Object function, List<@Nullable Object> iterables, CallContext context) {
        if (iterables.isEmpty()) {
            throw TemplateRuntimeException.type("map needs a function and a list");
        }
        List<Supplier<Iterator<@Nullable Object>>> sources = sources(iterables, "map");
        return new LazyItems(() -> rows(sources, row -> context.call(function, row)));
    }

    static LazyItems filtered(@Nullable Object function, @Nullable Object iterable, CallContext context) {
        Supplier<Iterator<@Nullable Object>> source = source(iterable, "filter");
        return new LazyItems(() -> new Kept(source.get(), function, context));
    }

    private static Supplier<Iterator<@Nullable Object>> source(@Nullable Object iterable, String function) {
        // Asked for at once, so that a value without items is an error where it is passed.
        Iterator<@Nullable Object> first = Items.of(iterable, function);
        if (iterable instanceof Iterator) {
            return () -> first;
        }
        return iterable instanceof Collection || iterable instanceof Map
                ? () -> Items.of(iterable, function)
                : new FirstOnce(first, () -> Items.of(iterable, function));
    }

    /**
     * Hands out an iterator that was asked for already before it asks for others: a stream, a folder or whatever else stands
     * behind an iterable may be read only once.
     */
    private static final class FirstOnce implements Supplier<Iterator<@Nullable Object>> {

        private final Supplier<Iterator<@Nullable Object>> others;
        private @Nullable Iterator<@Nullable Object> first;

        FirstOnce(Iterator<@Nullable Object> first, Supplier<Iterator<@Nullable Object>> others) {
            this.first = first;
            this.others = others;
        }

        @Override
        public Iterator<@Nullable Object> get() {
            Iterator<@Nullable Object> known = first;
            first = null;
            return known == null ? others.get() : known;
        }
    }

    private static List<Supplier<Iterator<@Nullable Object>>> sources(
            List<@Nullable Object> iterables, String function) {
        List<Supplier<Iterator<@Nullable Object>>> sources = new ArrayList<>();
        iterables.forEach(iterable -> sources.add(source(iterable, function)));
        return sources;
    }

    /** What is made of the items at the same place of several sources. */
    private interface Row {
        @Nullable
        Object of(@Nullable Object[] items);
    }

    private static Iterator<@Nullable Object> rows(List<Supplier<Iterator<@Nullable Object>>> sources, Row row) {
        List<Iterator<@Nullable Object>> iterators = new ArrayList<>();
        sources.forEach(source -> iterators.add(source.get()));
        return new Derived(() -> allHaveNext(iterators), () -> row.of(nextOfAll(iterators)));
    }

    private static boolean allHaveNext(List<Iterator<@Nullable Object>> iterators) {
        for (Iterator<@Nullable Object> iterator : iterators) {
            if (!iterator.hasNext()) {
                return false;
            }
        }
        return !iterators.isEmpty();
    }

    private static @Nullable Object[] nextOfAll(List<Iterator<@Nullable Object>> iterators) {
        @Nullable Object[] items = new Object[iterators.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = iterators.get(i).next();
        }
        return items;
    }

    private record Derived(Supplier<Boolean> more, Supplier<@Nullable Object> following)
            implements Iterator<@Nullable Object> {

        @Override
        public boolean hasNext() {
            return more.get();
        }

        @Override
        public @Nullable Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return following.get();
        }
    }

    /** The items for which the function, or without one the item itself, is true. */
    private static final class Kept implements Iterator<@Nullable Object> {

        private final Iterator<@Nullable Object> source;
        private final @Nullable Object function;
        private final CallContext context;
        private @Nullable Object next;
        private boolean found;

        Kept(Iterator<@Nullable Object> source, @Nullable Object function, CallContext context) {
            this.source = source;
            this.function = function;
            this.context = context;
        }

        @Override
        public boolean hasNext() {
            while (!found && source.hasNext()) {
                next = source.next();
                found = Truth.of(function == null ? next : context.call(function, next));
            }
            return found;
        }

        @Override
        public @Nullable Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            found = false;
            return next;
        }
    }
}
