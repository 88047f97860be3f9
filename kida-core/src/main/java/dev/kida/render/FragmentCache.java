package dev.kida.render;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where {@code {% cache %}} keeps rendered text. Implementations must be thread-safe. */
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

    /** Forgets everything. */
    void clear();
}
