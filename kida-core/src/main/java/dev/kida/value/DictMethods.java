package dev.kida.value;

import static dev.kida.value.PortableMethod.define;

import dev.kida.error.TemplateRuntimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The methods of dicts, for every {@code Map}. */
final class DictMethods {

    static final Map<String, PortableMethod> TABLE = new LinkedHashMap<>();

    static {
        define(TABLE, "get", "key, default=null", (self, a) -> {
            Object value = Dicts.find(map(self), a[0]);
            return value == Dicts.ABSENT ? a[1] : value;
        });
        define(TABLE, "keys", "", (self, a) -> snapshot(map(self).keySet()));
        define(TABLE, "values", "", (self, a) -> snapshot(map(self).values()));
        define(TABLE, "items", "", (self, a) -> items(map(self)));
        define(TABLE, "pop", "key, default=undefined", (self, a) -> pop(map(self), a[0], a[1]));
        define(TABLE, "setdefault", "key, default=null", (self, a) -> setDefault(map(self), a[0], a[1]));
        define(TABLE, "update", "*others, **named", (self, a) -> update(map(self), (List<?>) a[0], (Map<?, ?>) a[1]));
        define(TABLE, "copy", "", (self, a) -> new LinkedHashMap<>(map(self)));
        define(
                TABLE,
                "clear",
                "",
                (self, a) -> changing(() -> {
                    map(self).clear();
                    return null;
                }));
    }

    private DictMethods() {}

    @SuppressWarnings("unchecked")
    private static Map<@Nullable Object, @Nullable Object> map(Object self) {
        return (Map<@Nullable Object, @Nullable Object>) self;
    }

    private static List<@Nullable Object> snapshot(Collection<@Nullable Object> elements) {
        return Collections.unmodifiableList(new ArrayList<>(elements));
    }

    private static List<Tuple> items(Map<?, ?> map) {
        List<Tuple> items = new ArrayList<>(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            items.add(Tuple.of(entry.getKey(), Values.unwrap(entry.getValue())));
        }
        return Collections.unmodifiableList(items);
    }

    private static @Nullable Object pop(
            Map<@Nullable Object, @Nullable Object> map, @Nullable Object key, @Nullable Object missing) {
        Object value = Dicts.find(map, key);
        if (value == Dicts.ABSENT) {
            if (missing == Undefined.INSTANCE) {
                throw TemplateRuntimeException.key("Key " + Text.repr(key) + " not found");
            }
            return missing;
        }
        changing(() -> map.remove(Dicts.storedKey(map, key)));
        return value;
    }

    private static @Nullable Object setDefault(
            Map<@Nullable Object, @Nullable Object> map, @Nullable Object key, @Nullable Object missing) {
        Object value = Dicts.find(map, key);
        if (value != Dicts.ABSENT) {
            return value;
        }
        changing(() -> map.put(Dicts.key(key), missing));
        return missing;
    }

    private static @Nullable Object update(
            Map<@Nullable Object, @Nullable Object> map, List<?> others, Map<?, ?> named) {
        if (others.size() > 1) {
            throw TemplateRuntimeException.type("update() takes one map, " + others.size() + " given");
        }
        for (Object other : others) {
            if (other instanceof Map<?, ?> source) {
                source.forEach((key, value) -> put(map, key, value));
            } else {
                Iterator<@Nullable Object> pairs = Iteration.strict(other);
                while (pairs.hasNext()) {
                    @Nullable Object[] pair = Iteration.unpackExact(pairs.next(), 2);
                    put(map, pair[0], pair[1]);
                }
            }
        }
        named.forEach((key, value) -> put(map, key, value));
        return null;
    }

    private static void put(Map<@Nullable Object, @Nullable Object> map, @Nullable Object key, @Nullable Object value) {
        changing(() -> map.put(Dicts.storedKey(map, key), value));
    }

    /** Maps of the host may refuse to change. */
    private static @Nullable Object changing(Supplier<@Nullable Object> change) {
        try {
            return change.get();
        } catch (UnsupportedOperationException e) {
            throw TemplateRuntimeException.value("The dict cannot be changed");
        } catch (ClassCastException | NullPointerException e) {
            throw TemplateRuntimeException.type("The dict does not accept this key or value");
        }
    }
}
