package dev.kida.builtin;

import dev.kida.value.CallContext;
import dev.kida.value.Comparisons;
import dev.kida.value.Numbers;
import dev.kida.value.Text;
import dev.kida.value.TextBound;
import dev.kida.value.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order of the {@code sort} and {@code groupby} filters: numbers, then everything else by its text, then null and
 * empty text. Values that can be compared with each other because they are all of one class, such as dates, are compared
 * as what they are instead of as text.
 */
final class SortKeys {

    private static final int NUMBER = 0;
    private static final int OTHER = 1;
    private static final int ABSENT = 2;

    /** What an item is sorted by; {@code value} is a number, a text, or a comparable of the common class. */
    private record Key(int rank, @Nullable Object value) {}

    /** An item and what it is sorted by. */
    private static final class Entry {
        final @Nullable Object item;
        final Key[] keys;

        Entry(@Nullable Object item, int columns) {
            this.item = item;
            this.keys = new Key[columns];
        }
    }

    private SortKeys() {}

    /** Sorts by several attributes whose names are separated by commas. */
    static List<@Nullable Object> sortByAttributes(
            List<@Nullable Object> items, String names, boolean ignoreCase, boolean reverse, CallContext context) {
        List<Function<@Nullable Object, @Nullable Object>> readers = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            AttributePath path = AttributePath.of(name.strip(), context);
            readers.add(item -> path.read(item, ""));
        }
        return sort(items, readers, ignoreCase, reverse, context.maxTextLength());
    }

    static List<@Nullable Object> sort(
            List<@Nullable Object> items,
            Function<@Nullable Object, @Nullable Object> reader,
            boolean ignoreCase,
            boolean reverse,
            CallContext context) {
        return sort(items, List.of(reader), ignoreCase, reverse, context.maxTextLength());
    }

    private static List<@Nullable Object> sort(
            List<@Nullable Object> items,
            List<Function<@Nullable Object, @Nullable Object>> readers,
            boolean ignoreCase,
            boolean reverse,
            int bound) {
        List<Entry> entries = new ArrayList<>(items.size());
        for (Object item : items) {
            entries.add(new Entry(item, readers.size()));
        }
        for (int column = 0; column < readers.size(); column++) {
            fillColumn(entries, column, readers.get(column), ignoreCase, bound);
        }
        Comparator<Entry> order = SortKeys::compare;
        entries.sort(reverse ? Collections.reverseOrder(order) : order);
        List<@Nullable Object> result = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            result.add(entry.item);
        }
        return result;
    }

    private static void fillColumn(
            List<Entry> entries,
            int column,
            Function<@Nullable Object, @Nullable Object> reader,
            boolean ignoreCase,
            int bound) {
        boolean natural = true;
        Class<?> common = null;
        for (Entry entry : entries) {
            Key key = rawKey(reader.apply(entry.item));
            entry.keys[column] = key;
            Object value = key.value();
            if (key.rank() == OTHER && value != null) {
                natural = natural && value instanceof Comparable && (common == null || common == value.getClass());
                common = value.getClass();
            }
        }
        if (!natural || common == String.class) {
            writeColumn(entries, column, ignoreCase, bound);
        }
    }

    /** Makes the keys texts; those of values that are no texts yet may be as long together as one text. */
    private static void writeColumn(List<Entry> entries, int column, boolean ignoreCase, int bound) {
        long made = 0;
        for (Entry entry : entries) {
            Key key = entry.keys[column];
            Key written = asText(key, ignoreCase, bound);
            entry.keys[column] = written;
            if (bound != TextBound.NONE && written.value() instanceof String text && !Text.isText(key.value())) {
                made += text.length();
                TextBound.check(made, bound);
            }
        }
    }

    private static Key rawKey(@Nullable Object value) {
        if (value == null || value instanceof Undefined) {
            return new Key(ABSENT, null);
        }
        String text = Text.textOrNull(value);
        if (text != null) {
            return text.isEmpty() ? new Key(ABSENT, null) : new Key(OTHER, text);
        }
        Object number = Numbers.normalize(value);
        return number == null ? new Key(OTHER, value) : new Key(NUMBER, number);
    }

    private static Key asText(Key key, boolean ignoreCase, int bound) {
        if (key.rank() != OTHER) {
            return key;
        }
        String text = Text.of(key.value(), bound);
        return new Key(OTHER, ignoreCase ? Texts.lower(text) : text);
    }

    private static int compare(Entry a, Entry b) {
        for (int i = 0; i < a.keys.length; i++) {
            Key x = a.keys[i];
            Key y = b.keys[i];
            int order = Integer.compare(x.rank(), y.rank());
            if (order == 0 && x.rank() != ABSENT) {
                order = Comparisons.compare(x.value(), y.value());
            }
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
