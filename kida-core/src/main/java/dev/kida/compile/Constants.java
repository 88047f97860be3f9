package dev.kida.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects that generated code uses but cannot hold in its constant pool: static text, functions, large literals. They are
 * handed to the class in one array, so that no size is too large.
 */
final class Constants {

    private final List<@Nullable Object> values = new ArrayList<>();
    private final Map<Object, Integer> known = new HashMap<>();

    /** The index of an object; equal strings and numbers of one class share one. */
    int index(Object value) {
        boolean shareable = value instanceof String || value instanceof Number || value instanceof List;
        if (shareable) {
            Integer index = known.get(value);
            if (index != null && values.get(index).getClass() == value.getClass()) {
                return index;
            }
            known.put(value, values.size());
        }
        values.add(value);
        return values.size() - 1;
    }

    @Nullable
    Object[] toArray() {
        return values.toArray();
    }
}
