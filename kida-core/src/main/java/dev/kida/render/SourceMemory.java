package dev.kida.render;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which source stands for an asynchronous value, for as long as the value can be met again: an object that nobody else has
 * any more cannot, and what is known of it is forgotten. So a page that awaits a million values, one after the other,
 * remembers few of them, and one that meets a value twice finds what it has.
 */
final class SourceMemory {

    private final Map<Key, AsyncSource> sources = new HashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    @Nullable
    AsyncSource get(Object value) {
        return sources.isEmpty() ? null : sources.get(new Key(value, null));
    }

    void put(Object value, AsyncSource source) {
        expunge();
        sources.put(new Key(value, gone), source);
    }

    void remove(AsyncSource source) {
        sources.values().remove(source);
    }

    Collection<AsyncSource> sources() {
        return sources.values();
    }

    /** A source lets go of its value when the value's result was taken; so there is nothing left that anybody waits for. */
    private void expunge() {
        for (Reference<?> key = gone.poll(); key != null; key = gone.poll()) {
            AsyncSource forgotten = sources.remove(key);
            if (forgotten != null) {
                forgotten.cancel();
            }
        }
    }

    /** An object, by identity. */
    private static final class Key extends WeakReference<Object> {

        private final int hash;

        Key(Object value, @Nullable ReferenceQueue<Object> queue) {
            super(value, queue);
            hash = System.identityHashCode(value);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Object mine = get();
            return mine != null && other instanceof Key key && key.get() == mine;
        }
    }
}
