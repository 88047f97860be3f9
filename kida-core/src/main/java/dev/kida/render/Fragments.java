package dev.kida.render;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The fragment cache as a render sees it: one that fails is one that has nothing. A page can be made without its cache,
 * and a cache that is down should not take the pages with it.
 */
final class Fragments {

    private static final System.Logger LOG = System.getLogger("dev.kida.fragments");

    private Fragments() {}

    static @Nullable String get(FragmentCache cache, String key) {
        try {
            return cache.get(key);
        } catch (RuntimeException problem) {
            return miss(problem);
        }
    }

    /** The text, null, or a stage that says so later. */
    static @Nullable Object retrieve(FragmentCache cache, String key) {
        try {
            CompletableFuture<@Nullable String> text = cache.retrieve(key)
                    .toCompletableFuture()
                    .<@Nullable String>thenApply(found -> found.orElse(null))
                    .exceptionally(Fragments::miss);
            return text.isDone() ? text.getNow(null) : text;
        } catch (RuntimeException problem) {
            return miss(problem);
        }
    }

    static String put(RenderContext render, String key, String text, @Nullable Duration ttl) {
        FragmentCache cache = render.settings().fragments();
        try {
            return render.refusesToWait()
                    ? cache.putIfAbsent(key, text, ttl)
                    : cache.store(key, text, ttl)
                            .toCompletableFuture()
                            .exceptionally(problem -> failedToStore(problem, text))
                            .getNow(text);
        } catch (RuntimeException problem) {
            return failedToStore(problem, text);
        }
    }

    private static @Nullable String miss(Throwable problem) {
        complain("look up", problem);
        return null;
    }

    private static String failedToStore(Throwable problem, String text) {
        complain("store", problem);
        return text;
    }

    /** A line for each, with the trace for those who look closer: a cache that is down fails for every fragment. */
    private static void complain(String what, Throwable problem) {
        LOG.log(System.Logger.Level.WARNING, () -> "The fragment cache could not " + what + " a fragment: " + problem);
        LOG.log(System.Logger.Level.DEBUG, "The fragment cache failed", problem);
    }
}
