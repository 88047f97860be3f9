package dev.kida.spring.cache;

import dev.kida.render.FragmentCache;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.cache.concurrent.ConcurrentMapCache;

/**
 * Keeps the fragments of {@code {% cache %}} in a {@link Cache} of the application, so that several machines can share
 * them.
 *
 * <p>A {@code Cache} has one life for all its entries, if any; the life a tag asks for travels with the text: an entry
 * that is over is a miss, and is replaced. The entries are strings, which every serializer knows. What the cache itself
 * evicts is gone earlier.
 *
 * <p>Streams ask a cache that is not of this process on the given executor, because {@code Cache} may block.
 */
public final class SpringFragmentCache implements FragmentCache {

    private final Cache cache;
    private final Executor executor;
    private final Clock clock;
    private final boolean local;

    /**
     * A fragment cache on a cache of the application.
     *
     * @param executor where a stream waits for a cache that may block
     * @param clock tells when an entry's life is over
     */
    public SpringFragmentCache(Cache cache, Executor executor, Clock clock) {
        this.cache = cache;
        this.executor = executor;
        this.clock = clock;
        this.local = isLocal(cache);
    }

    /** Whether the cache keeps its entries in this process, so that asking it takes no time. */
    private static boolean isLocal(Cache cache) {
        return cache instanceof ConcurrentMapCache
                || cache.getNativeCache().getClass().getName().startsWith("com.github.benmanes.caffeine.");
    }

    @Override
    public @Nullable String get(String key) {
        Fragment fragment = Fragment.read(cache.get(key));
        return fragment == null || fragment.isOver(clock) ? null : fragment.text();
    }

    @Override
    public String putIfAbsent(String key, String text, @Nullable Duration ttl) {
        if (ttl != null && ttl.isZero()) {
            return text;
        }
        Fragment fresh = Fragment.of(text, ttl, clock);
        Fragment present = Fragment.read(cache.putIfAbsent(key, fresh.written()));
        if (present == null) {
            return text;
        }
        if (present.isOver(clock)) {
            cache.put(key, fresh.written());
            return text;
        }
        return present.text();
    }

    @Override
    public CompletionStage<Optional<String>> retrieve(String key) {
        return local
                ? CompletableFuture.completedFuture(Optional.ofNullable(get(key)))
                : CompletableFuture.supplyAsync(() -> Optional.ofNullable(get(key)), executor);
    }

    @Override
    public CompletionStage<String> store(String key, String text, @Nullable Duration ttl) {
        return local
                ? CompletableFuture.completedFuture(putIfAbsent(key, text, ttl))
                : CompletableFuture.supplyAsync(() -> putIfAbsent(key, text, ttl), executor);
    }

    @Override
    public void clear() {
        cache.clear();
    }
}
