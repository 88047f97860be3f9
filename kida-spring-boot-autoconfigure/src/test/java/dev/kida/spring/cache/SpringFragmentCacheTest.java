package dev.kida.spring.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.render.FragmentCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.cache.Cache;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.cache.support.AbstractValueAdaptingCache;

class SpringFragmentCacheTest {

    private Instant now = Instant.EPOCH;

    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final Cache cache = new ConcurrentMapCache("fragments");

    private final Queue<Runnable> handedOver = new ArrayDeque<>();

    private final FragmentCache fragments = new SpringFragmentCache(cache, handedOver::add, clock);

    @Test
    void theFirstTextWins() {
        assertThat(fragments.get("k")).isNull();
        assertThat(fragments.putIfAbsent("k", "a|b", null)).isEqualTo("a|b");
        assertThat(fragments.putIfAbsent("k", "later", null)).isEqualTo("a|b");
        assertThat(fragments.get("k")).isEqualTo("a|b");
    }

    @Test
    void anEntryIsOverWhenItsTagSaysSo() {
        fragments.putIfAbsent("k", "old", Duration.ofSeconds(10));
        now = now.plusSeconds(9);
        assertThat(fragments.get("k")).isEqualTo("old");

        now = now.plusSeconds(1);

        assertThat(fragments.get("k")).isNull();
        assertThat(fragments.putIfAbsent("k", "new", Duration.ofDays(Long.MAX_VALUE / 86_400)))
                .isEqualTo("new");
        now = Instant.ofEpochSecond(100_000_000_000L);
        assertThat(fragments.get("k")).isEqualTo("new");
    }

    @Test
    void aLifeOfZeroIsNotStored() {
        assertThat(fragments.putIfAbsent("k", "x", Duration.ZERO)).isEqualTo("x");
        assertThat(cache.get("k")).isNull();
    }

    @Test
    void whatSomebodyElseStoredIsAMiss() {
        cache.put("number", 5);
        cache.put("text", "no bar");
        cache.put("bar", "no number|x");

        assertThat(fragments.get("number")).isNull();
        assertThat(fragments.get("text")).isNull();
        assertThat(fragments.get("bar")).isNull();
    }

    @Test
    void aCacheOfThisProcessIsAskedAtOnce() {
        fragments.putIfAbsent("k", "x", null);

        assertThat(fragments.retrieve("k").toCompletableFuture()).isCompletedWithValue(Optional.of("x"));
        assertThat(handedOver).isEmpty();
    }

    @Test
    void anotherCacheIsAskedOnTheExecutor() {
        FragmentCache remote = new SpringFragmentCache(new Remote(cache), handedOver::add, clock);
        CompletionStage<String> stored = remote.store("k", "x", null);
        CompletionStage<Optional<String>> read = remote.retrieve("k");
        assertThat(stored.toCompletableFuture()).isNotDone();

        handedOver.forEach(Runnable::run);

        assertThat(stored.toCompletableFuture()).isCompletedWithValue("x");
        assertThat(read.toCompletableFuture()).isCompletedWithValue(Optional.of("x"));
    }

    @Test
    void clearsTheCache() {
        fragments.putIfAbsent("k", "x", null);

        fragments.clear();

        assertThat(fragments.get("k")).isNull();
    }

    /** A cache that does not tell where it keeps its entries. */
    private static final class Remote extends AbstractValueAdaptingCache {

        private final Cache entries;

        Remote(Cache entries) {
            super(false);
            this.entries = entries;
        }

        @Override
        protected @Nullable Object lookup(Object key) {
            Cache.ValueWrapper entry = entries.get(key);
            return entry == null ? null : entry.get();
        }

        @Override
        public String getName() {
            return "remote";
        }

        @Override
        public Object getNativeCache() {
            return this;
        }

        @Override
        public <T> @Nullable T get(Object key, java.util.concurrent.Callable<T> valueLoader) {
            return entries.get(key, valueLoader);
        }

        @Override
        public void put(Object key, @Nullable Object value) {
            entries.put(key, value);
        }

        @Override
        public void evict(Object key) {
            entries.evict(key);
        }

        @Override
        public void clear() {
            entries.clear();
        }
    }
}
