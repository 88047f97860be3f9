package dev.kida.render;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The fragment cache of an engine that was not given another one: in memory, bounded, each entry with its own life. It is made
 * when a template first asks for a fragment, so that no first page waits for it.
 */
public final class CaffeineFragmentCache implements FragmentCache {

    private record Entry(String text, long nanos) {}

    /** Keeps the library out of the class around it, which every engine loads. */
    private record Store(Cache<String, Entry> cache) {

        static Store of(int maximumSize, RenderClock clock) {
            Caffeine<Object, Object> builder = Caffeine.newBuilder().ticker(clock::nanoTime);
            if (maximumSize > 0) {
                builder.maximumSize(maximumSize);
            }
            return new Store(
                    builder.expireAfter(Expiry.creating((String key, Entry entry) -> Duration.ofNanos(entry.nanos())))
                            .build());
        }

        @Nullable
        Entry get(String key) {
            return cache.getIfPresent(key);
        }

        @Nullable
        Entry putIfAbsent(String key, Entry entry) {
            return cache.asMap().putIfAbsent(key, entry);
        }

        void clear() {
            cache.invalidateAll();
        }
    }

    private final Lazy<Store> store;

    /**
     * @param maximumSize entries kept; 0 or negative means no bound
     */
    public CaffeineFragmentCache(int maximumSize) {
        this(maximumSize, RenderClock.system());
    }

    /**
     * @param maximumSize entries kept; 0 or negative means no bound
     * @param clock what entries age by
     */
    public CaffeineFragmentCache(int maximumSize, RenderClock clock) {
        this.store = new Lazy<>(() -> Store.of(maximumSize, clock));
    }

    @Override
    public @Nullable String get(String key) {
        Entry entry = store.get().get(key);
        return entry == null ? null : entry.text();
    }

    @Override
    public String putIfAbsent(String key, String text, @Nullable Duration ttl) {
        if (ttl != null && ttl.isZero()) {
            return text;
        }
        Entry fresh = new Entry(text, Timeouts.nanos(ttl));
        Entry present = store.get().putIfAbsent(key, fresh);
        return present == null ? text : present.text();
    }

    @Override
    public void clear() {
        store.get().clear();
    }
}
