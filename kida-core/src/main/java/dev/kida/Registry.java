package dev.kida;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Names that can be registered while templates render: every change publishes a new map, and none is lost. */
final class Registry<V extends @Nullable Object> implements Supplier<Map<String, V>> {

    private final AtomicReference<Map<String, V>> current;

    Registry(Map<String, V> initial) {
        current = new AtomicReference<>(Collections.unmodifiableMap(new LinkedHashMap<>(initial)));
    }

    /** What is registered now; never changes. */
    @Override
    public Map<String, V> get() {
        return current.get();
    }

    void put(String name, V value) {
        Map<String, V> one = new LinkedHashMap<>();
        one.put(name, value);
        putAll(one);
    }

    /** All of them at once: nobody sees some without the others. */
    void putAll(Map<String, ? extends V> values) {
        current.updateAndGet(before -> {
            Map<String, V> after = new LinkedHashMap<>(before);
            after.putAll(values);
            return Collections.unmodifiableMap(after);
        });
    }
}
