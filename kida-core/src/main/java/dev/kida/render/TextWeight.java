package dev.kida.render;

import dev.kida.value.Range;
import dev.kida.value.SafeHtml;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Estimates how large lists and maps are, which may contain the same parts many times over. */
final class TextWeight {

    private static final int SEPARATOR = 2;

    private TextWeight() {}

    static boolean isContainer(@Nullable Object value) {
        return (value instanceof Collection || value instanceof Map || value instanceof Object[])
                && !(value instanceof SafeHtml);
    }

    /** At least the number of characters, as far as that matters: no part is looked at once the limit is passed. */
    static long of(@Nullable Object value, long limit) {
        return of(value, limit, true);
    }

    /** As {@link #of}, but how long the texts are does not count: what it costs to compare the value with another one. */
    static long ofParts(@Nullable Object value, long limit) {
        return of(value, limit, false);
    }

    private static long of(@Nullable Object value, long limit, boolean texts) {
        long weight = 0;
        Deque<Object> open = new ArrayDeque<>();
        Object at = value;
        while (at != null && weight <= limit) {
            weight += SEPARATOR;
            if (at instanceof CharSequence text) {
                weight += texts ? text.length() : 0;
            } else if (at instanceof Map<?, ?> map) {
                weight += add(map.keySet(), open, limit) + add(map.values(), open, limit);
            } else if (at instanceof Collection<?> elements && !(at instanceof Range)) {
                weight += add(elements, open, limit);
            } else if (at instanceof Object[] elements) {
                weight += add(Arrays.asList(elements), open, limit);
            }
            at = open.poll();
        }
        return weight;
    }

    private static long add(Collection<?> elements, Deque<Object> open, long limit) {
        if (elements.size() > limit) {
            return elements.size();
        }
        for (Object element : elements) {
            if (element != null) {
                open.push(element);
            }
        }
        return elements.size();
    }
}
