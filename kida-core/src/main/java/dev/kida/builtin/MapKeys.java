package dev.kida.builtin;

import dev.kida.value.Markup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up keys of maps that came from the host, where integers may be {@code Integer} or {@code Long}. */
final class MapKeys {

    private MapKeys() {}

    static @Nullable Object get(Map<?, ?> map, @Nullable Object key, @Nullable Object standIn) {
        Object wanted = key instanceof Markup ? key.toString() : key;
        Object value = lookUp(map, wanted);
        if (value != null || contains(map, wanted)) {
            return value;
        }
        if (wanted instanceof Long || wanted instanceof Integer) {
            long number = ((Number) wanted).longValue();
            Object other = wanted instanceof Long ? (Object) (int) number : (Object) number;
            boolean same = ((Number) other).longValue() == number;
            return same && contains(map, other) ? lookUp(map, other) : standIn;
        }
        return standIn;
    }

    /** Sorted and immutable maps may refuse keys of a foreign type or null instead of not finding them. */
    private static @Nullable Object lookUp(Map<?, ?> map, @Nullable Object key) {
        try {
            return map.get(key);
        } catch (ClassCastException | NullPointerException e) {
            return null;
        }
    }

    private static boolean contains(Map<?, ?> map, @Nullable Object key) {
        try {
            return map.containsKey(key);
        } catch (ClassCastException | NullPointerException e) {
            return false;
        }
    }
}
