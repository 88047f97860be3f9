package dev.kida;

import dev.kida.load.TemplateLoader;
import dev.kida.load.TemplateSource;
import dev.kida.render.CompiledTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compiled templates by name. Bounded; a name is compiled once however many threads ask for it at once; with reload, an
 * entry whose source has changed is compiled anew.
 *
 * <p>When there are too many, the one goes that was used least recently; what was used since the last template was loaded
 * counts as used at the same time, and the first of it that was loaded goes. A library's cache would know more about
 * frequencies, which do not matter for what is compiled within milliseconds, and its classes take a tenth of the time to the
 * first page.
 */
final class TemplateCache {

    private static final class Entry {

        private final TemplateSource source;
        private final CompiledTemplate template;

        private final long loaded;

        /** How many had been loaded. Plain, and written only when it changes: a counter of uses would be shared by threads. */
        private long used;

        Entry(TemplateSource source, CompiledTemplate template, long loads) {
            this.source = source;
            this.template = template;
            this.loaded = loads;
            this.used = loads;
        }

        CompiledTemplate use(long loads) {
            if (used != loads) {
                used = loads;
            }
            return template;
        }

        boolean goesBefore(Entry other) {
            return used == other.used ? loaded < other.loaded : used < other.used;
        }
    }

    private final ConcurrentHashMap<String, Entry> entries = new ConcurrentHashMap<>();
    /** The names that are being loaded, each with a lock that is held meanwhile by who does it. */
    private final ConcurrentHashMap<String, ReentrantLock> loading = new ConcurrentHashMap<>();

    private final TemplateLoader loader;
    private final boolean reload;
    private final int maxSize;
    private final Function<TemplateSource, CompiledTemplate> compiler;
    private final AtomicLong generation = new AtomicLong();
    private final AtomicLong loads = new AtomicLong();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    /** Written with the lock of this cache. */
    private volatile long clearings;

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
            return known.use(loads.get());
        }
        Entry loaded = currentOrLoaded(name);
        if (maxSize > 0 && entries.size() > maxSize) {
            evict();
        }
        return loaded.template;
    }

    /**
     * One thread at a time loads the template of a name, and others that want it wait. Nothing of the map is locked meanwhile:
     * a loader, and whoever is told of compiled templates, may ask for others. Who does that does not wait for another thread,
     * which may be waiting for this one, but loads the template once more.
     */
    private Entry currentOrLoaded(String name) {
        ReentrantLock mine = new ReentrantLock();
        mine.lock();
        try {
            for (ReentrantLock other = loading.putIfAbsent(name, mine);
                    other != null;
                    other = loading.putIfAbsent(name, mine)) {
                if (other.isHeldByCurrentThread()) {
                    throw new IllegalStateException(
                            "The template '" + name + "' is asked for while it is being loaded");
                }
                if (isLoading()) {
                    return presentOrLoaded(name);
                }
                other.lock(); // until it is loaded, or could not be
                other.unlock();
            }
            return presentOrLoaded(name);
        } finally {
            loading.remove(name, mine);
            mine.unlock();
        }
    }

    private Entry presentOrLoaded(String name) {
        Entry present = entries.get(name);
        if (present != null && isUsable(present)) {
            hits.increment();
            return present;
        }
        misses.increment();
        long before = clearings;
        Entry loaded = load(name, present);
        put(name, loaded, before);
        return loaded;
    }

    /** Whether this thread is at it, with a template of any name. */
    private boolean isLoading() {
        for (ReentrantLock lock : loading.values()) {
            if (lock.isHeldByCurrentThread()) {
                return true;
            }
        }
        return false;
    }

    /** What was read before the cache was cleared does not get into it afterwards. */
    private synchronized void put(String name, Entry loaded, long before) {
        if (clearings == before) {
            entries.put(name, loaded);
        }
    }

    /** Compiles, unless only the version of the source changed and its text did not. */
    private Entry load(String name, @Nullable Entry present) {
        TemplateSource source = loader.load(name);
        long number = loads.getAndIncrement();
        if (present != null && present.source.text().equals(source.text())) {
            return new Entry(source, present.template, number);
        }
        return new Entry(source, compiler.apply(source), number);
    }

    private boolean isUsable(Entry entry) {
        return !reload || loader.isCurrent(entry.source);
    }

    /** The lock is held for one look at the entries, by who has just compiled a template. */
    private synchronized void evict() {
        while (entries.size() > maxSize) {
            String name = null;
            Entry last = null;
            for (Map.Entry<String, Entry> each : entries.entrySet()) {
                if (last == null || each.getValue().goesBefore(last)) {
                    name = each.getKey();
                    last = each.getValue();
                }
            }
            if (name == null || last == null) {
                return;
            }
            if (entries.remove(name, last)) {
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

    synchronized void clear() {
        clearings++;
        entries.clear();
        generation.incrementAndGet();
        hits.reset();
        misses.reset();
    }
}
