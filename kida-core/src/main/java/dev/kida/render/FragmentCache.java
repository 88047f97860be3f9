package dev.kida.render;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Where {@code {% cache %}} keeps rendered text (spec 07 §6). Implementations must be thread-safe.
 *
 * <p>Renders that run on their caller's thread use {@link #get} and {@link #putIfAbsent}. Streams, which must not block,
 * use {@link #retrieve} and {@link #store}; a cache whose answers take time (one on another machine) overrides these.
 * A failure of either is a miss: the fragment is rendered, and the page does not notice.
 *
 * <p>Text made with the CSRF token or the nonce of a response never gets here.
 */
public interface FragmentCache {

    /** The text stored under a key, or null when there is none or its time is over. */
    @Nullable
    String get(String key);

    /**
     * Stores a text unless another one was stored meanwhile.
     *
     * @param ttl how long it may be used; null forever
     * @return the text that is stored now: the first one wins
     */
    String putIfAbsent(String key, String text, @Nullable Duration ttl);

    /** As {@link #get}, without blocking: a stream waits for the answer. The stage may be completed by any thread. */
    default CompletionStage<Optional<String>> retrieve(String key) {
        return CompletableFuture.completedFuture(Optional.ofNullable(get(key)));
    }

    /**
     * As {@link #putIfAbsent}, without blocking. A stream does not wait for the answer: unless it is there at once, the
     * page gets its own text.
     */
    default CompletionStage<String> store(String key, String text, @Nullable Duration ttl) {
        return CompletableFuture.completedFuture(putIfAbsent(key, text, ttl));
    }

    /** Forgets everything. */
    void clear();
}
