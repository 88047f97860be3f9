package dev.kida.spring;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.util.ConcurrentReferenceHashMap;

/** Tells which values are asynchronous, as Spring sees it. The registry searches a list; this asks it once per class. */
public final class ReactiveTypes {

    private final ReactiveAdapterRegistry registry;
    private final Map<Class<?>, Optional<ReactiveAdapter>> known = new ConcurrentReferenceHashMap<>();

    /** Knows the types that the registry has adapters for. */
    public ReactiveTypes(ReactiveAdapterRegistry registry) {
        this.registry = registry;
    }

    /** Whether the value is a {@code Mono}, a {@code Flux}, a {@code CompletionStage} or anything else of that kind. */
    public boolean isReactive(@Nullable Object value) {
        return value != null && (isKnownToTheEngine(value) || adapter(value) != null);
    }

    /** Spring has adapters for these only where Reactor is there; the engine awaits them without. */
    private static boolean isKnownToTheEngine(Object value) {
        return value instanceof CompletionStage || value instanceof Publisher || value instanceof Flow.Publisher;
    }

    @Nullable
    ReactiveAdapter adapter(Object value) {
        return known.computeIfAbsent(value.getClass(), this::lookUp).orElse(null);
    }

    private Optional<ReactiveAdapter> lookUp(Class<?> type) {
        return Optional.ofNullable(registry.getAdapter(type));
    }
}
