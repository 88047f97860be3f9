package dev.kida.render;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The fragment cache of an engine that was not given another one: in memory, bounded, each entry with its own life. */
public final class CaffeineFragmentCache implements FragmentCache {

    private record Entry(String text, long nanos) {}

    private final Cache<String, Entry> cache;

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
        Caffeine<Object, Object> builder = Caffeine.newBuilder().ticker(clock::nanoTime);
        if (maximumSize > 0) {
            builder.maximumSize(maximumSize);
        }
        this.cache = builder.expireAfter(Expiry.creating((String key, Entry entry) -> Duration.ofNanos(entry.nanos())))
                .build();
    }

    @Override
    public @Nullable String get(String key) {
        Entry entry = cache.getIfPresent(key);
        return entry == null ? null : entry.text();
    }

    @Override
    public String putIfAbsent(String key, String text, @Nullable Duration ttl) {
        if (ttl != null && ttl.isZero()) {
            return text;
        }
        Entry fresh = new Entry(text, Timeouts.nanos(ttl));
        Entry present = cache.asMap().putIfAbsent(key, fresh);
        return present == null ? text : present.text();
    }

    @Override
    public void clear() {
        cache.invalidateAll();
    }
}
