package dev.kida.render;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The asynchronous values of one render: those of the model by name, and others as they are met. */
final class Sources {

    private final AsyncKinds kinds;
    private final int prefetch;
    private final SourceMemory byValue = new SourceMemory();
    private final Map<String, AsyncSource> byName = new HashMap<>();
    private final Set<AsyncSource> passing = new HashSet<>();
    private @Nullable Map<String, @Nullable Object> resolved;
    private boolean cancelled;
    private @Nullable Watching watching;

    /** The sources of a render, and who watches it so far. */
    Sources(EngineSettings settings, @Nullable Watching watching) {
        this.watching = watching;
        this.kinds = new AsyncKinds(settings.adapters());
        this.prefetch = settings.prefetch();
    }

    /** From now on these are told of every source that is started. */
    void watchedBy(@Nullable Watching watchers) {
        watching = watchers;
    }

    @Nullable
    Watching watching() {
        return watching;
    }

    boolean isAsync(@Nullable Object value) {
        return kinds.isAsync(value);
    }

    /**
     * Takes the asynchronous values out of a model.
     *
     * @param used the names the template may use; others stay as they are and are never subscribed
     * @return the model to render with: the given one when nothing in it is asynchronous
     */
    Map<String, ? extends @Nullable Object> adopt(
            Map<String, ? extends @Nullable Object> model, Predicate<String> used) {
        model.forEach((name, value) -> {
            if (value != null && kinds.isAsync(value) && used.test(name)) {
                AsyncSource known = byValue.get(value);
                if (known != null) {
                    known.share(); // one value under two names
                }
                AsyncSource source = known == null ? source(value) : known;
                source.named(name);
                byName.put(name, source);
            }
        });
        if (byName.isEmpty()) {
            return model;
        }
        Map<String, @Nullable Object> copy = new HashMap<>(model);
        resolved = copy;
        return copy;
    }

    boolean hasNames() {
        return !byName.isEmpty();
    }

    Map<String, AsyncSource> byName() {
        return byName;
    }

    /** The source of a model attribute, also after it was resolved. */
    @Nullable
    AsyncSource named(String name) {
        return byName.get(name);
    }

    /** Whether the attribute is asynchronous with one value at most. */
    boolean isSingle(String name) {
        AsyncSource source = byName.get(name);
        return source != null && !source.isMulti();
    }

    /** Whether the attribute still stands for its source. */
    boolean isPending(String name) {
        AsyncSource source = byName.get(name);
        return source != null && resolved != null && kinds.isAsync(resolved.get(name));
    }

    /** A model in which nothing has to be waited for: resolved attributes have their values, others are not there. */
    Map<String, @Nullable Object> settled(Map<String, ? extends @Nullable Object> model) {
        Map<String, @Nullable Object> settled = new HashMap<>(model);
        if (resolved != null) {
            settled.putAll(resolved);
        }
        settled.values().removeIf(kinds::isAsync);
        return settled;
    }

    /** From now on the attribute is its value. */
    void resolve(String name, @Nullable Object value) {
        if (resolved != null) {
            resolved.put(name, value);
        }
    }

    /** The source of a value; a single value is subscribed once per render, a sequence that is no attribute each time. */
    AsyncSource of(Object value) {
        AsyncSource known = byValue.get(value);
        if (known != null && !known.isSpent()) {
            return known;
        }
        if (kinds.isMulti(value) && known == null) {
            AsyncSource once = new AsyncSource(kinds, value, prefetch, this);
            passing.add(once);
            return once;
        }
        return source(value);
    }

    /** Forgets a sequence that is not read any more. */
    void release(AsyncSource source) {
        passing.remove(source);
    }

    /** Cancels a source that nobody waits for any more. Who comes to want its value nevertheless starts it anew. */
    void forget(AsyncSource source) {
        source.cancel();
        byValue.remove(source);
        passing.remove(source);
    }

    /** How many sources are known. */
    int size() {
        return byValue.sources().size() + passing.size();
    }

    private AsyncSource source(Object value) {
        AsyncSource source = new AsyncSource(kinds, value, prefetch, this);
        byValue.put(value, source);
        return source;
    }

    void cancelAll() {
        if (!cancelled) {
            cancelled = true;
            byValue.sources().forEach(AsyncSource::cancel);
            passing.forEach(AsyncSource::cancel);
            passing.clear();
        }
    }
}
