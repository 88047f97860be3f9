package dev.kida.render;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Names with values, few of them as a rule: then they stand in two arrays, which are cheap to make and to copy for every
 * turn of a loop around an include. Not thread-safe.
 */
final class NameTable {

    private static final int FEW = 8;
    private static final int FIRST = 2;

    private String[] names;
    private @Nullable Object[] values;
    private int size;
    /** Replaces the arrays when there are many names. */
    private @Nullable HashMap<String, @Nullable Object> many;

    NameTable() {
        names = new String[FIRST];
        values = new Object[FIRST];
    }

    /** A copy with room for what is usually added to it. */
    NameTable(NameTable other) {
        size = other.size;
        if (other.many != null) {
            many = new HashMap<>(other.many);
            names = other.names;
            values = other.values;
        } else {
            int room = Math.min(FEW, size + 2);
            names = Arrays.copyOf(other.names, room);
            values = Arrays.copyOf(other.values, room);
        }
    }

    /** The value of a name, or {@link Context#MISSING}. */
    @Nullable
    Object get(String name) {
        if (many != null) {
            Object value = many.get(name);
            return value != null || many.containsKey(name) ? value : Context.MISSING;
        }
        int index = index(name);
        return index < 0 ? Context.MISSING : values[index];
    }

    /** Names are mostly literals of generated code, which are the same object; hash codes tell most of the others apart. */
    private int index(String name) {
        for (int i = 0; i < size; i++) {
            if (names[i] == name) {
                return i;
            }
        }
        int hash = name.hashCode();
        for (int i = 0; i < size; i++) {
            if (names[i].hashCode() == hash && names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    void put(String name, @Nullable Object value) {
        if (many != null) {
            many.put(name, value);
            return;
        }
        int index = index(name);
        if (index >= 0) {
            values[index] = value;
            return;
        }
        if (size == FEW) {
            HashMap<String, @Nullable Object> all = new HashMap<>();
            forEach(all::put);
            all.put(name, value);
            many = all;
            return;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, FEW);
            values = Arrays.copyOf(values, FEW);
        }
        names[size] = name;
        values[size++] = value;
    }

    void remove(String name) {
        if (many != null) {
            many.remove(name);
            return;
        }
        int index = index(name);
        if (index >= 0) {
            size--;
            System.arraycopy(names, index + 1, names, index, size - index);
            System.arraycopy(values, index + 1, values, index, size - index);
            values[size] = null;
        }
    }

    void clear() {
        if (many != null) {
            many.clear();
        }
        Arrays.fill(values, 0, size, null);
        size = 0;
    }

    void forEach(BiConsumer<String, @Nullable Object> action) {
        if (many != null) {
            many.forEach(action);
            return;
        }
        for (int i = 0; i < size; i++) {
            action.accept(names[i], values[i]);
        }
    }

    void addTo(Map<String, @Nullable Object> all) {
        forEach(all::put);
    }
}
