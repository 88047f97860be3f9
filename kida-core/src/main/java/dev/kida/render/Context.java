package dev.kida.render;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The context dictionary of spec 03 §2: globals, overlaid by the caller's model, overlaid by what the template assigned.
 * The model is only read. A copy shares what was assigned until one side assigns again. Not thread-safe.
 */
public final class Context {

    /** Stands for "there is no such name"; never a template value. */
    public static final Object MISSING = new Object() {
        @Override
        public String toString() {
            return "missing";
        }
    };

    private final Map<String, ? extends @Nullable Object> model;
    private final Map<String, ? extends @Nullable Object> globals;
    private @Nullable NameTable own;
    private boolean shared;

    Context(Map<String, ? extends @Nullable Object> model, Map<String, ? extends @Nullable Object> globals) {
        this.model = model;
        this.globals = globals;
    }

    /** The value of a name, or {@link #MISSING}. */
    public @Nullable Object get(String name) {
        if (own != null) {
            Object value = own.get(name);
            if (value != MISSING) {
                return value;
            }
        }
        Object value = model.get(name);
        if (value != null || model.containsKey(name)) {
            return value;
        }
        value = globals.get(name);
        return value != null || globals.containsKey(name) ? value : MISSING;
    }

    /** Assigns a name. */
    public void put(String name, @Nullable Object value) {
        writable().put(name, value);
    }

    /** What an assignment to a name would replace: its value, or {@link #MISSING} when it was never assigned here. */
    @Nullable
    Object ownValue(String name) {
        return own == null ? MISSING : own.get(name);
    }

    /** Undoes an assignment, given what {@link #ownValue} said before it. */
    void restore(String name, @Nullable Object before) {
        if (before == MISSING) {
            writable().remove(name);
        } else {
            writable().put(name, before);
        }
    }

    /** Whether the template assigned the name, hiding the model's. */
    boolean hides(String name) {
        return own != null && own.get(name) != MISSING;
    }

    /** A context that starts with the same names and goes its own way. */
    public Context copy() {
        Context copy = new Context(model, globals);
        if (own != null) {
            copy.own = own;
            copy.shared = true;
            shared = true;
        }
        return copy;
    }

    /** Makes this a copy of another context again, which shows the same model. */
    void restart(Context original) {
        if (original.own != null) {
            own = original.own;
            shared = true;
            original.shared = true;
        } else if (own != null && shared) {
            own = null;
            shared = false;
        } else if (own != null) {
            own.clear();
        }
    }

    /** A context with the globals alone. */
    Context globalsOnly() {
        return new Context(Map.of(), globals);
    }

    /** The globals together with everything assigned: what {@code import … as m} offers. */
    Map<String, @Nullable Object> snapshot() {
        return new ModuleNames(copy());
    }

    /** Adds all names to a map, those that hide others later. */
    Map<String, @Nullable Object> gathered(Map<String, @Nullable Object> all) {
        all.putAll(globals);
        all.putAll(model);
        if (own != null) {
            own.addTo(all);
        }
        return all;
    }

    /** All names but those of globals. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(model.keySet());
        if (own != null) {
            own.forEach((name, value) -> names.add(name));
        }
        return names;
    }

    Set<String> globalNames() {
        return new LinkedHashSet<>(globals.keySet());
    }

    /** The values of the globals. */
    Collection<? extends @Nullable Object> globalValues() {
        return globals.values();
    }

    private NameTable writable() {
        NameTable map = own;
        if (map == null) {
            map = new NameTable();
            own = map;
        } else if (shared) {
            map = new NameTable(map);
            own = map;
            shared = false;
        }
        return map;
    }
}
