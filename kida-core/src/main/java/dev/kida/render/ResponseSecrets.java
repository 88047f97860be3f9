package dev.kida.render;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often a render read what is good for its own response only, so that text made meanwhile must not be kept for another
 * one (spec 03 §19). Shared by the sections of a page, which may run on different threads.
 */
final class ResponseSecrets {

    private static final Set<String> METADATA = Set.of("csrf_token", "csp_nonce");

    private final AtomicInteger reads = new AtomicInteger();

    /** Whether metadata under this key is good for one response only. */
    static boolean areIn(String key) {
        return METADATA.contains(key);
    }

    /** One was read, or a function of the host said that its text is meant for this visitor only. */
    void read() {
        reads.incrementAndGet();
    }

    int reads() {
        return reads.get();
    }
}
