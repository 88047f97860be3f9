package dev.kida.value;

import dev.kida.error.NoneComparisonException;
import dev.kida.error.TemplateRuntimeException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Equality, ordering, membership and identity of template values. */
public final class Comparisons {

    private static final String COMPARE = "compare";

    private Comparisons() {}

    /**
     * {@code a == b}: numbers by value, text by content, containers by their elements, other objects by {@code equals}.
     *
     * @throws TemplateRuntimeException {@code K-RUN-012} for an asynchronous value, except next to null
     */
    public static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String x && b instanceof String y) {
            return x.equals(y);
        }
        if (a instanceof Long x && b instanceof Long y) {
            return x.longValue() == y.longValue();
        }
        if (a == null || b == null) {
            return Values.unwrap(a) == Values.unwrap(b);
        }
        Object x = Numbers.normalize(a);
        Object y = Numbers.normalize(b);
        if (x != null && y != null) {
            Integer order = Numbers.compare(x, y);
            return order != null && order == 0;
        }
        Object inA = Values.unwrap(a);
        Object inB = Values.unwrap(b);
        if (inA != a || inB != b) {
            return equal(inA, inB);
        }
        Values.requireAwaited(a, COMPARE);
        Values.requireAwaited(b, COMPARE);
        return x == null && y == null && equalOthers(a, b);
    }

    /** {@code a == b} with an integer that a double holds exactly. */
    public static boolean equalTo(@Nullable Object a, long b) {
        if (a instanceof Long x) {
            return x == b;
        }
        if (a instanceof Double x) {
            return x == b;
        }
        return equal(a, (Object) b);
    }

    private static boolean equalOthers(Object a, Object b) {
        String text = Text.textOrNull(a);
        if (text != null) {
            return Text.isText(b) && text.equals(Text.string(b));
        }
        if (a == b) {
            return true;
        }
        List<@Nullable Object> list = Sequences.asList(a);
        if (list != null) {
            List<@Nullable Object> other = Sequences.asList(b);
            return other != null && equalElements(list, other);
        }
        if (a instanceof Map<?, ?> x) {
            return b instanceof Map<?, ?> y && equalMaps(x, y);
        }
        if (a instanceof Set<?> x) {
            return b instanceof Set<?> y && x.size() == y.size() && (x.equals(y) || containsAll(x, y));
        }
        return a.equals(b);
    }

    private static boolean equalElements(List<@Nullable Object> a, List<@Nullable Object> b) {
        if (a instanceof Range x && b instanceof Range y) {
            return x.hasElementsOf(y);
        }
        if (a.size() != b.size()) {
            return false;
        }
        Iterator<@Nullable Object> others = b.iterator();
        for (Object element : a) {
            if (!others.hasNext() || !equal(element, others.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalMaps(Map<?, ?> a, Map<?, ?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : a.entrySet()) {
            Object other = Dicts.find(b, entry.getKey());
            if (other == Dicts.ABSENT || !equal(entry.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean containsAll(Set<?> a, Set<?> b) {
        for (Object element : b) {
            if (!containsElement(a, element)) {
                return false;
            }
        }
        return true;
    }

    /** {@code a < b} with an integer that a double holds exactly. */
    public static boolean lessThan(@Nullable Object a, long b) {
        if (a instanceof Long x) {
            return x < b;
        }
        if (a instanceof Double x) {
            return x < b;
        }
        return less(a, (Object) b);
    }

    /** {@code a < b}. */
    public static boolean less(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x < y;
        }
        Integer order = Ordering.of(a, b, "<");
        return order != null && order < 0;
    }

    /** {@code a <= b} with an integer that a double holds exactly. */
    public static boolean atMost(@Nullable Object a, long b) {
        if (a instanceof Long x) {
            return x <= b;
        }
        if (a instanceof Double x) {
            return x <= b;
        }
        return lessEqual(a, (Object) b);
    }

    /** {@code a <= b}. */
    public static boolean lessEqual(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x <= y;
        }
        Integer order = Ordering.of(a, b, "<=");
        return order != null && order <= 0;
    }

    /** {@code a > b} with an integer that a double holds exactly. */
    public static boolean greaterThan(@Nullable Object a, long b) {
        if (a instanceof Long x) {
            return x > b;
        }
        if (a instanceof Double x) {
            return x > b;
        }
        return greater(a, (Object) b);
    }

    /** {@code a > b}. */
    public static boolean greater(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x > y;
        }
        Integer order = Ordering.of(a, b, ">");
        return order != null && order > 0;
    }

    /** {@code a >= b} with an integer that a double holds exactly. */
    public static boolean atLeast(@Nullable Object a, long b) {
        if (a instanceof Long x) {
            return x >= b;
        }
        if (a instanceof Double x) {
            return x >= b;
        }
        return greaterEqual(a, (Object) b);
    }

    /** {@code a >= b}. */
    public static boolean greaterEqual(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return x >= y;
        }
        Integer order = Ordering.of(a, b, ">=");
        return order != null && order >= 0;
    }

    /**
     * The order of two values, for sorting; NaN comes after all other numbers.
     *
     * @throws NoneComparisonException if one of them is null
     * @throws TemplateRuntimeException {@code K-RUN-012} if they have no order
     */
    public static int compare(@Nullable Object a, @Nullable Object b) {
        Integer order = Ordering.of(a, b, "<");
        return order != null ? order : Boolean.compare(isNaN(a), isNaN(b));
    }

    private static boolean isNaN(@Nullable Object value) {
        return value instanceof Number number && Double.isNaN(number.doubleValue());
    }

    /**
     * {@code value in container}: a part of a text, an element, or a key of a map.
     *
     * @throws TemplateRuntimeException {@code K-RUN-012} if there is nothing to look in
     */
    public static boolean contains(@Nullable Object value, @Nullable Object container) {
        Values.requireAwaited(value, "look for");
        String text = Text.textOrNull(container);
        if (text != null) {
            String part = Text.textOrNull(value);
            if (part == null) {
                throw TemplateRuntimeException.type("Only text can be 'in' text, not " + TypeNames.of(value));
            }
            return text.contains(part);
        }
        if (container instanceof Map<?, ?> map) {
            return containsKey(map, value);
        }
        if (container instanceof Range range) {
            return range.contains(value);
        }
        if (container instanceof Set<?> set && hasElement(set, value)) {
            return true;
        }
        if (container == null || !Iteration.isIterable(container)) {
            Values.requireAwaited(container, "look into");
            throw TemplateRuntimeException.type("Nothing can be 'in' a " + TypeNames.of(container) + " value");
        }
        return container instanceof Collection<?> elements
                ? containsElement(elements, value)
                : containsInPart(container, value);
    }

    /** What comes behind the element is not read. */
    private static boolean containsInPart(Object container, @Nullable Object value) {
        Iterator<@Nullable Object> elements = Iteration.strict(container);
        try {
            while (elements.hasNext()) {
                if (equal(value, elements.next())) {
                    return true;
                }
            }
            return false;
        } finally {
            Iteration.close(elements, container);
        }
    }

    private static boolean containsKey(Map<?, ?> map, @Nullable Object key) {
        return Dicts.find(map, key) != Dicts.ABSENT || (!(key instanceof String) && containsElement(map.keySet(), key));
    }

    private static boolean containsElement(Collection<?> elements, @Nullable Object value) {
        for (Object element : elements) {
            if (equal(value, element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasElement(Set<?> set, @Nullable Object value) {
        try {
            return set.contains(value);
        } catch (ClassCastException | NullPointerException e) {
            return false; // sorted sets and sets without null refuse to look
        }
    }

    /** {@code a is b} for a literal {@code b}: null and booleans exactly, otherwise the same kind of value and equal. */
    public static boolean identical(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null || a instanceof Boolean || b instanceof Boolean) {
            return a == null ? b == null : a.equals(b);
        }
        Object x = Numbers.normalize(a);
        Object y = Numbers.normalize(b);
        if (x != null && y != null) {
            return Numbers.isIntegral(x) == Numbers.isIntegral(y) && equal(x, y);
        }
        if (Values.isAsync(a) || Values.isAsync(b)) {
            return a == b; // what comes later is another value, whatever it will be
        }
        return equal(a, b);
    }
}
