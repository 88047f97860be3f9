package dev.kida.value;

import static dev.kida.value.PortableMethod.define;

import dev.kida.error.TemplateRuntimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The methods of lists, for every {@code List} and array, and the reading ones that tuples, ranges and other collections
 * have too.
 */
final class ListMethods {

    /** The methods that change nothing. */
    static final Map<String, PortableMethod> READING = new LinkedHashMap<>();

    static final Map<String, PortableMethod> TABLE = new LinkedHashMap<>();

    static {
        define(READING, "index", "value, start=0, stop=null", (self, a) -> index(list(self), a[0], a[1], a[2]));
        define(READING, "count", "value", (self, a) -> count(list(self), a[0]));
        TABLE.putAll(READING);
        growing();
        rearranging();
    }

    private ListMethods() {}

    private static void growing() {
        define(TABLE, "copy", "", (self, a) -> new ArrayList<>(list(self)));
        change("append", "value", (list, a) -> {
            list.add(a[0]);
            return null;
        });
        change("extend", "values", (list, a) -> {
            list.addAll(Iteration.toList(a[0]));
            return null;
        });
        change("insert", "index, value", (list, a) -> {
            list.add(position(list, Numbers.intArgument("The index", a[0])), a[1]);
            return null;
        });
        change(
                "pop",
                "index=-1",
                (List<@Nullable Object> list, @Nullable Object[] a) ->
                        pop(list, Numbers.intArgument("The index", a[0])));
        change("remove", "value", (List<@Nullable Object> list, @Nullable Object[] a) -> {
            list.remove((int) index(list, a[0], 0L, null));
            return null;
        });
        change("clear", "", (list, a) -> {
            list.clear();
            return null;
        });
    }

    private static void rearranging() {
        change("reverse", "", (list, a) -> {
            Collections.reverse(list);
            return null;
        });
        define(
                TABLE,
                "sort",
                "*, key=null, reverse=false",
                (self, a, context) -> changing(() -> {
                    list(self).sort(order(a[0], Truth.of(a[1]), context));
                    return null;
                }));
    }

    /** A method that changes the list. */
    private interface Change {
        @Nullable
        Object apply(List<@Nullable Object> list, @Nullable Object[] arguments);
    }

    private interface Action {
        @Nullable
        Object run();
    }

    private static void change(String name, String parameters, Change change) {
        define(TABLE, name, parameters, (self, a) -> changing(() -> change.apply(list(self), a)));
    }

    /** Lists of the host may refuse to change. */
    private static @Nullable Object changing(Action action) {
        try {
            return action.run();
        } catch (UnsupportedOperationException e) {
            throw TemplateRuntimeException.value("The list cannot be changed");
        } catch (ClassCastException | NullPointerException | ArrayStoreException e) {
            throw TemplateRuntimeException.type("The list does not accept this value");
        }
    }

    private static List<@Nullable Object> list(Object self) {
        return Objects.requireNonNull(Sequences.asList(self));
    }

    private static long index(
            List<@Nullable Object> list, @Nullable Object value, @Nullable Object start, @Nullable Object stop) {
        Slices.Bounds bounds = Slices.Bounds.of(list.size(), start, stop, null);
        for (int i = bounds.start(); i < bounds.stop(); i++) {
            if (Comparisons.equal(list.get(i), value)) {
                return i;
            }
        }
        throw TemplateRuntimeException.value(Text.reprStart(value, 1000) + " is not in the list");
    }

    private static long count(List<@Nullable Object> list, @Nullable Object value) {
        long count = 0;
        for (Object element : list) {
            if (Comparisons.equal(element, value)) {
                count++;
            }
        }
        return count;
    }

    private static int position(List<?> list, int index) {
        int absolute = index < 0 ? index + list.size() : index;
        return Math.max(0, Math.min(list.size(), absolute));
    }

    private static @Nullable Object pop(List<@Nullable Object> list, int index) {
        int absolute = index < 0 ? index + list.size() : index;
        if (absolute < 0 || absolute >= list.size()) {
            throw TemplateRuntimeException.value(
                    list.isEmpty() ? "Cannot pop from an empty list" : "Index " + index + " is out of range");
        }
        return Values.unwrap(list.remove(absolute));
    }

    /** Equal elements keep their order also when it is reversed. */
    private static Comparator<@Nullable Object> order(@Nullable Object key, boolean reverse, CallContext context) {
        Comparator<@Nullable Object> order = key == null
                ? Comparisons::compare
                : (a, b) -> Comparisons.compare(context.call(key, a), context.call(key, b));
        return reverse ? order.reversed() : order;
    }
}
