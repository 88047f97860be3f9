package dev.kida;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kida.load.TemplateLoader;
import dev.kida.load.TemplateSource;
import dev.kida.render.CompiledTemplate;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * Compiled templates by name. Bounded; a name is compiled once however many threads ask for it at once; with reload, an
 * entry whose source has changed is compiled anew.
 */
final class TemplateCache {

    private record Entry(TemplateSource source, CompiledTemplate template) {}

    private final Cache<String, Entry> entries;
    private final TemplateLoader loader;
    private final boolean reload;
    private final int maxSize;
    private final Function<TemplateSource, CompiledTemplate> compiler;
    private final AtomicLong generation = new AtomicLong();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    TemplateCache(
            TemplateLoader loader, boolean reload, int maxSize, Function<TemplateSource, CompiledTemplate> compiler) {
        this.loader = loader;
        this.reload = reload;
        this.maxSize = Math.max(0, maxSize);
        this.compiler = compiler;
        Caffeine<Object, Object> builder = Caffeine.newBuilder();
        if (maxSize > 0) {
            builder.maximumSize(maxSize).evictionListener((name, entry, cause) -> generation.incrementAndGet());
        }
        this.entries = builder.build();
    }

    CompiledTemplate get(String name) {
        Entry known = entries.getIfPresent(name);
        if (known != null && isUsable(known)) {
            hits.increment();
            return known.template();
        }
        return java.util.Objects.requireNonNull(entries.asMap().compute(name, (key, present) -> {
                    if (present != null && isUsable(present)) {
                        hits.increment();
                        return present;
                    }
                    misses.increment();
                    return load(key, present);
                }))
                .template();
    }

    /** Compiles, unless only the version of the source changed and its text did not. */
    private Entry load(String name, @org.jspecify.annotations.Nullable Entry present) {
        TemplateSource source = loader.load(name);
        if (present != null && present.source().text().equals(source.text())) {
            return new Entry(source, present.template());
        }
        return new Entry(source, compiler.apply(source));
    }

    private boolean isUsable(Entry entry) {
        return !reload || loader.isCurrent(entry.source());
    }

    /** What is there now, ordered by name. */
    List<CompiledTemplate> templates() {
        return new TreeMap<>(entries.asMap())
                .values().stream().map(Entry::template).toList();
    }

    /** Changes when a name may stand for another template than before; negative when it may at any time. */
    long generation() {
        return reload ? -1 : generation.get();
    }

    CacheInfo info() {
        return new CacheInfo(hits.sum(), misses.sum(), entries.estimatedSize(), maxSize);
    }

    void clear() {
        entries.invalidateAll();
        generation.incrementAndGet();
        hits.reset();
        misses.reset();
    }
}
