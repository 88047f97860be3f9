package dev.kida.render;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One scope of the scope stack of spec 03 §2, kept on the heap because a component or slot body can look into it. */
public final class Scope {

    final @Nullable Scope parent;
    private final Map<String, @Nullable Object> values = new HashMap<>();

    Scope(@Nullable Scope parent) {
        this.parent = parent;
    }

    /** The value of a name in this scope alone, or {@link Context#MISSING}. */
    @Nullable
    Object get(String name) {
        Object value = values.get(name);
        return value != null || values.containsKey(name) ? value : Context.MISSING;
    }

    void set(String name, @Nullable Object value) {
        values.put(name, value);
    }

    /** A scope with the same names, inside another one. */
    Scope copy(@Nullable Scope around) {
        Scope copy = new Scope(around);
        copy.values.putAll(values);
        return copy;
    }

    Map<String, @Nullable Object> values() {
        return values;
    }
}
