package dev.kida;

import dev.kida.load.TemplateLoader;
import dev.kida.load.TemplateSource;
import dev.kida.render.CompiledTemplate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compiled templates by name. Bounded; a name is compiled once however many threads ask for it at once; with reload, an
 * entry whose source has changed is compiled anew.
 *
 * <p>When there are too many, the first goes that nobody has asked for since it was last looked at ("second chance"). A
 * library's cache would know more about frequencies, which do not matter for what is compiled within milliseconds, and its
 * classes take a tenth of the time to the first page.
 */
final class TemplateCache {

    private static final class Entry {

        private final TemplateSource source;
        private final CompiledTemplate template;

        /** Plain, and written only when it changes: to miss a use now and then does no harm, a shared counter would. */
        private boolean used = true;

        Entry(TemplateSource source, CompiledTemplate template) {
            this.source = source;
            this.template = template;
        }

        CompiledTemplate use() {
            if (!used) {
                used = true;
            }
            return template;
        }
    }

    private final ConcurrentHashMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final TemplateLoader loader;
    private final boolean reload;
    private final int maxSize;
    private final Function<TemplateSource, CompiledTemplate> compiler;
    private final AtomicLong generation = new AtomicLong();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** Where the search for an entry that can go has come to. */
    private Iterator<ConcurrentHashMap.Entry<String, Entry>> hand =
            entries.entrySet().iterator();

    /**
     * @param maxSize the most entries; no bound when it is 0 or less
     */
    TemplateCache(
            TemplateLoader loader, boolean reload, int maxSize, Function<TemplateSource, CompiledTemplate> compiler) {
        this.loader = loader;
        this.reload = reload;
        this.maxSize = Math.max(0, maxSize);
        this.compiler = compiler;
    }

    CompiledTemplate get(String name) {
        Entry known = entries.get(name);
        if (known != null && isUsable(known)) {
            hits.increment();
            return known.use();
        }
        Entry loaded = java.util.Objects.requireNonNull(entries.compute(name, this::current));
        if (maxSize > 0 && entries.size() > maxSize) {
            evict();
        }
        return loaded.template;
    }

    private Entry current(String name, @Nullable Entry present) {
        if (present != null && isUsable(present)) {
            hits.increment();
            return present;
        }
        misses.increment();
        return load(name, present);
    }

    /** Compiles, unless only the version of the source changed and its text did not. */
    private Entry load(String name, @Nullable Entry present) {
        TemplateSource source = loader.load(name);
        if (present != null && present.source.text().equals(source.text())) {
            return new Entry(source, present.template);
        }
        return new Entry(source, compiler.apply(source));
    }

    private boolean isUsable(Entry entry) {
        return !reload || loader.isCurrent(entry.source);
    }

    /** The lock is held for a few steps in memory, by who has just compiled a template: one thread moves the hand at a time. */
    private synchronized void evict() {
        while (entries.size() > maxSize) {
            if (!hand.hasNext()) {
                hand = entries.entrySet().iterator();
                continue;
            }
            ConcurrentHashMap.Entry<String, Entry> next = hand.next();
            Entry entry = next.getValue();
            if (entry.used) {
                entry.used = false;
            } else if (entries.remove(next.getKey(), entry)) {
                generation.incrementAndGet();
            }
        }
    }

    /** What is there now, ordered by name. */
    List<CompiledTemplate> templates() {
        List<CompiledTemplate> templates = new ArrayList<>();
        new TreeMap<>(entries).forEach((name, entry) -> templates.add(entry.template));
        return List.copyOf(templates);
    }

    /** Changes when a name may stand for another template than before; negative when it may at any time. */
    long generation() {
        return reload ? -1 : generation.get();
    }

    CacheInfo info() {
        return new CacheInfo(hits.sum(), misses.sum(), entries.size(), maxSize);
    }

    void clear() {
        entries.clear();
        synchronized (this) {
            hand = entries.entrySet().iterator(); // the other one holds an entry
        }
        generation.incrementAndGet();
        hits.reset();
        misses.reset();
    }
}
