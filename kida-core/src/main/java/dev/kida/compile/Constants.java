package dev.kida.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects that generated code uses but cannot hold in its constant pool: static text, functions, large literals. They are
 * handed to the class in one array, so that no size is too large, and stand in fields as far as there is room.
 */
final class Constants {

    /** This many are in fields of their own, which the JIT knows the content of; the rest stays in the array. */
    static final int FIELDS = 2000;

    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final Map<Object, Integer> known = new HashMap<>();

    /** The index of an object that is used as some type; equal strings and numbers of one class share one. */
    int index(Object value, String type) {
        boolean shareable = value instanceof String || value instanceof Number || value instanceof List;
        if (shareable) {
            Integer index = known.get(value);
            if (index != null && values.get(index).getClass() == value.getClass()) {
                return index;
            }
            known.put(value, values.size());
        }
        values.add(value);
        types.add(type);
        return values.size() - 1;
    }

    /** The type that a constant was first used as. */
    String type(int index) {
        return types.get(index);
    }

    int fields() {
        return Math.min(FIELDS, values.size());
    }

    /** The field of a constant. */
    static String field(int index) {
        return "k" + index;
    }

    @Nullable
    Object[] toArray() {
        return values.toArray();
    }
}
