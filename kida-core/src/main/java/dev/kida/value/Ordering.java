package dev.kida.value;

import dev.kida.error.NoneComparisonException;
import dev.kida.error.TemplateRuntimeException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of values: numbers, text by code point, sequences element by element, comparable objects of one kind. */
final class Ordering {

    private Ordering() {}

    /** Negative, zero or positive; null if the values are numbers without an order (NaN). */
    static @Nullable Integer of(@Nullable Object left, @Nullable Object right, String operator) {
        Object a = Values.unwrap(left);
        Object b = Values.unwrap(right);
        if (a == null || b == null) {
            throw new NoneComparisonException(
                    "Cannot compare " + TypeNames.of(a) + " " + operator + " " + TypeNames.of(b));
        }
        Object x = Numbers.normalize(a);
        Object y = Numbers.normalize(b);
        if (x != null && y != null) {
            return Numbers.compare(x, y);
        }
        String text = Text.textOrNull(a);
        String other = Text.textOrNull(b);
        if (text != null && other != null) {
            return compareText(text, other);
        }
        if (x != null || y != null || text != null || other != null) {
            throw incomparable(a, b, operator);
        }
        return others(a, b, operator);
    }

    private static @Nullable Integer others(Object a, Object b, String operator) {
        List<@Nullable Object> list = Sequences.asList(a);
        List<@Nullable Object> other = Sequences.asList(b);
        if (list != null && other != null && isOrdered(a, b)) {
            return compareLists(list, other, operator);
        }
        if (list == null && other == null && a instanceof Comparable<?>) {
            return compareObjects(a, b, operator);
        }
        throw incomparable(a, b, operator);
    }

    private static boolean isOrdered(Object a, Object b) {
        return a instanceof Tuple == b instanceof Tuple && !(a instanceof Range) && !(b instanceof Range);
    }

    private static @Nullable Integer compareLists(List<@Nullable Object> a, List<@Nullable Object> b, String operator) {
        Iterator<@Nullable Object> others = b.iterator();
        for (Object element : a) {
            if (!others.hasNext()) {
                return 1;
            }
            Object other = others.next();
            if (!Comparisons.equal(element, other)) {
                return of(element, other, operator);
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    @SuppressWarnings("unchecked")
    private static Integer compareObjects(Object a, Object b, String operator) {
        try {
            return ((Comparable<Object>) a).compareTo(b);
        } catch (ClassCastException e) {
            throw incomparable(a, b, operator);
        }
    }

    /** By code point: unlike {@code String.compareTo}, characters beyond U+FFFF come last. */
    static int compareText(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean surrogate = Character.isSurrogate(x);
                return surrogate == Character.isSurrogate(y) ? Character.compare(x, y) : (surrogate ? 1 : -1);
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static TemplateRuntimeException incomparable(Object a, Object b, String operator) {
        Values.requireAwaited(a, "compare");
        Values.requireAwaited(b, "compare");
        return TemplateRuntimeException.type(
                "Cannot compare " + TypeNames.of(a) + " " + operator + " " + TypeNames.of(b));
    }
}
