package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes and reads maps by the language's rules for keys. */
public final class Dicts {

    /** Answer of {@link #find} for a key that is not there. */
    public static final Object ABSENT = new Object();

    private Dicts() {}

    /**
     * The value of a dict literal.
     *
     * @param keysAndValues keys and values in turn; later duplicates win
     * @throws TemplateRuntimeException {@code K-RUN-012} for a list or dict as key
     */
    public static Map<@Nullable Object, @Nullable Object> of(@Nullable Object... keysAndValues) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>(keysAndValues.length);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(key(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }

    /**
     * The form in which a value is stored as a key: all text is a {@code String}, all integers that fit are {@code Long}.
     *
     * @throws TemplateRuntimeException {@code K-RUN-012} for a value that cannot be a key
     */
    public static @Nullable Object key(@Nullable Object value) {
        if (value instanceof String || value instanceof Long || value == null) {
            return value;
        }
        if (Text.isText(value)) {
            return Text.string(value);
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger number) {
            return Numbers.shrink(number);
        }
        if (isContainer(value)) {
            throw TemplateRuntimeException.type("A " + TypeNames.of(value) + " cannot be a key");
        }
        Object content = Values.unwrap(value);
        return content == value ? value : key(content);
    }

    /** Whether the content of a value may change, so that no map finds it again. */
    private static boolean isContainer(Object value) {
        return value instanceof Map
                || (value instanceof Collection && !(value instanceof Tuple || value instanceof Range))
                || value.getClass().isArray();
    }

    /** The value of a key as it is given or in an equivalent form; {@link #ABSENT} if the map has none. */
    public static @Nullable Object find(Map<?, ?> map, @Nullable Object given) {
        Object found = lookup(map, given);
        if (found != ABSENT || given instanceof String) {
            return found;
        }
        Object key = key(given);
        if (key != given) {
            found = lookup(map, key);
        }
        if (found == ABSENT && key instanceof Long number && number == number.intValue()) {
            found = lookup(map, number.intValue());
        }
        return found;
    }

    private static @Nullable Object lookup(Map<?, ?> map, @Nullable Object key) {
        try {
            Object value = map.get(key);
            return value != null || map.containsKey(key) ? Values.unwrap(value) : ABSENT;
        } catch (ClassCastException | NullPointerException e) {
            return ABSENT; // sorted maps and maps without null keys refuse to look
        }
    }

    /** The key of an entry that equals the given one by the language's rules, for removing it. */
    static @Nullable Object storedKey(Map<?, ?> map, @Nullable Object given) {
        if (lookup(map, given) != ABSENT) {
            return given;
        }
        Object key = key(given);
        return key instanceof Long number && lookup(map, key) == ABSENT && number == number.intValue()
                ? (Object) number.intValue()
                : key;
    }
}
