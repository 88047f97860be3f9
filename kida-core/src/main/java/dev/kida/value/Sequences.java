package dev.kida.value;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sees lists, arrays and other collections with an order alike. */
final class Sequences {

    private Sequences() {}

    /**
     * A list or an array as a list, without copying; a copy of another collection, such as a queue or the values of a
     * map. Null if the value is none of them: a set has no first element.
     */
    @SuppressWarnings("unchecked")
    static @Nullable List<@Nullable Object> asList(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return (List<@Nullable Object>) list;
        }
        if (value instanceof Collection<?> collection) {
            return value instanceof Set ? null : new ArrayList<>(collection);
        }
        return value != null && value.getClass().isArray() ? ofArray(value) : null;
    }

    /** A list view of an array of any type. */
    static List<@Nullable Object> ofArray(Object array) {
        return array instanceof Object[] objects ? Arrays.<@Nullable Object>asList(objects) : new PrimitiveArray(array);
    }

    /** As {@link #asList}, with a map entry as a pair. */
    static @Nullable List<@Nullable Object> asListOrPair(@Nullable Object value) {
        return value instanceof Map.Entry<?, ?> entry ? Tuple.of(entry.getKey(), entry.getValue()) : asList(value);
    }

    /** An array of numbers, booleans or characters as a list. */
    private static final class PrimitiveArray extends AbstractList<@Nullable Object> implements RandomAccess {
        private final Object array;

        PrimitiveArray(Object array) {
            this.array = array;
        }

        @Override
        public @Nullable Object get(int index) {
            return Array.get(array, index);
        }

        @Override
        public int size() {
            return Array.getLength(array);
        }
    }
}
