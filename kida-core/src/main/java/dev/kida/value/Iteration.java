package dev.kida.value;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** What {@code for} iterates over, and how targets take values apart. */
public final class Iteration {

    private Iteration() {}

    /**
     * The elements of a value as {@code for} sees them: the keys of a map, the characters of text, nothing for null.
     *
     * @throws TemplateRuntimeException {@code K-RUN-012} for a value without elements, {@code K-RUN-013} for a component
     */
    public static Iterator<@Nullable Object> iterate(@Nullable Object value) {
        if (value == null) {
            return Collections.<@Nullable Object>emptyIterator();
        }
        return strict(value);
    }

    /** As {@link #iterate}, but null is an error. */
    @SuppressWarnings("unchecked")
    public static Iterator<@Nullable Object> strict(@Nullable Object value) {
        Iterator<?> elements = elementsOrNull(value);
        if (elements == null) {
            throw notIterable(value);
        }
        return (Iterator<@Nullable Object>) elements;
    }

    /**
     * Ends the iteration of who does not want all elements: what was opened for it is closed, such as a stream, which nobody
     * can read on. An iterator that the template has itself stays open, for it can be read on.
     *
     * @param elements what {@link #iterate} or {@link #strict} gave for the value
     */
    public static void close(@Nullable Iterator<?> elements, @Nullable Object value) {
        if (elements instanceof AutoCloseable open && elements != Values.unwrap(value)) {
            close(open);
        }
    }

    /**
     * Closes what was opened to be iterated.
     *
     * @throws TemplateRuntimeException {@code K-RUN-007} for a checked exception; others as they are
     */
    public static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (RuntimeException problem) {
            throw problem;
        } catch (Exception problem) {
            if (problem instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new TemplateRuntimeException(
                    ErrorCode.K_RUN_007, "Closing the iterated value failed: " + problem, problem, null);
        }
    }

    /** Whether a value can be iterated; null cannot. */
    public static boolean isIterable(@Nullable Object value) {
        return value instanceof Iterable
                || value instanceof Map
                || Text.isText(value)
                || value instanceof Iterator
                || value instanceof Enumeration
                || value instanceof BaseStream
                || value == Undefined.INSTANCE
                || (value != null && value.getClass().isArray());
    }

    private static @Nullable Iterator<?> elementsOrNull(@Nullable Object value) {
        if (value instanceof Iterable<?> iterable) {
            return iterable.iterator();
        }
        if (value instanceof Map<?, ?> map) {
            return map.keySet().iterator();
        }
        String text = Text.textOrNull(value);
        if (text != null) {
            return new CharacterIterator(text);
        }
        if (value instanceof Iterator<?> iterator) {
            return iterator;
        }
        if (value instanceof BaseStream<?, ?> stream) {
            return new StreamItems(stream);
        }
        if (value instanceof Enumeration<?> enumeration) {
            return enumeration.asIterator();
        }
        if (value == null) {
            return null;
        }
        return otherElements(value);
    }

    private static @Nullable Iterator<?> otherElements(Object value) {
        if (value == Undefined.INSTANCE) {
            return Collections.emptyIterator();
        }
        if (value.getClass().isArray()) {
            return Sequences.ofArray(value).iterator();
        }
        Object content = Values.unwrap(value);
        return content == value ? null : iterate(content);
    }

    private static TemplateRuntimeException notIterable(@Nullable Object value) {
        if (value instanceof TemplateFunction function && function.isComponent()) {
            return new TemplateRuntimeException(
                    ErrorCode.K_RUN_013,
                    "Cannot iterate over the component '" + function.name() + "'",
                    null,
                    "A variable and a component may have the same name; rename one of them");
        }
        if (value != null && Values.isAsync(value)) {
            return Values.notAwaited(value, "iterate over");
        }
        return TemplateRuntimeException.type("A " + TypeNames.of(value) + " value cannot be iterated");
    }

    /** The elements of a value as a list that does not change; null has none. */
    public static List<@Nullable Object> toList(@Nullable Object value) {
        if (value instanceof Tuple tuple) {
            return tuple;
        }
        if (value instanceof Range range) {
            return range;
        }
        if (value instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        List<@Nullable Object> list = new ArrayList<>();
        iterate(value).forEachRemaining(list::add);
        return list;
    }

    /**
     * Takes a value apart into exactly {@code count} elements, as {@code for} and {@code with ... as} do.
     *
     * @throws TemplateRuntimeException {@code K-RUN-007} for another number of elements, {@code K-RUN-012} for a value
     *     without elements
     */
    public static @Nullable Object[] unpackExact(@Nullable Object value, int count) {
        if (value instanceof Tuple tuple && tuple.size() == count) {
            return tuple.toArray();
        }
        List<@Nullable Object> list = Sequences.asListOrPair(value);
        if (list == null) {
            list = firstElements(value, count + 1);
        }
        if (list.size() != count) {
            String found = list.size() > count ? "more" : "only " + list.size();
            throw TemplateRuntimeException.value(
                    "Cannot unpack: " + count + " elements expected, but " + found + " found");
        }
        return contents(list);
    }

    /** The elements of a list, tuple, array or other collection with exactly {@code count} of them; null for the rest. */
    public static @Nullable Object @Nullable [] elementsOrNull(@Nullable Object value, int count) {
        List<@Nullable Object> list = Sequences.asList(value);
        return list == null || list.size() != count ? null : contents(list);
    }

    private static @Nullable Object[] contents(List<@Nullable Object> list) {
        @Nullable Object[] elements = list.toArray();
        for (int i = 0; i < elements.length; i++) {
            elements[i] = Values.unwrap(elements[i]);
        }
        return elements;
    }

    private static List<@Nullable Object> firstElements(@Nullable Object value, int limit) {
        Iterator<@Nullable Object> elements = strict(value);
        List<@Nullable Object> list = new ArrayList<>(limit);
        while (list.size() < limit && elements.hasNext()) {
            list.add(elements.next());
        }
        close(elements, value);
        return list;
    }

    /**
     * Takes a value apart by index, as {@code set a, b = value} does: surplus elements are ignored.
     *
     * @throws TemplateRuntimeException {@code K-RUN-007} for too few elements, {@code K-RUN-012} for a value without items
     */
    public static @Nullable Object[] unpackByIndex(@Nullable Object value, int count) {
        List<@Nullable Object> list = Sequences.asListOrPair(value);
        Object source = list == null ? value : list;
        @Nullable Object[] elements = new Object[count];
        for (int i = 0; i < count; i++) {
            elements[i] = Subscripts.item(source, (long) i);
        }
        return elements;
    }

    /**
     * The elements of a stream, which is closed after the last of them: whoever wants them all, such as a filter, does not
     * know that there is something to close. Who ends earlier closes it.
     */
    private static final class StreamItems implements Iterator<@Nullable Object>, AutoCloseable {
        private final Iterator<?> items;
        private @Nullable BaseStream<?, ?> open;

        StreamItems(BaseStream<?, ?> stream) {
            items = stream.iterator();
            open = stream;
        }

        @Override
        public boolean hasNext() {
            BaseStream<?, ?> stream = open;
            if (stream == null) {
                return false;
            }
            if (items.hasNext()) {
                return true;
            }
            close();
            return false;
        }

        @Override
        public @Nullable Object next() {
            return items.next();
        }

        @Override
        public void close() {
            BaseStream<?, ?> stream = open;
            open = null;
            if (stream != null) {
                stream.close();
            }
        }
    }

    /** The characters of a text, each as a text. */
    private static final class CharacterIterator implements Iterator<@Nullable Object> {
        private final String text;
        private int next;

        CharacterIterator(String text) {
            this.text = text;
        }

        @Override
        public boolean hasNext() {
            return next < text.length();
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int c = text.codePointAt(next);
            next += Character.charCount(c);
            return CodePoints.toString(c);
        }
    }
}
