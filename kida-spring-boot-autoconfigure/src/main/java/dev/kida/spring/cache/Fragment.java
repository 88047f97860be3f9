package dev.kida.spring.cache;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;

/**
 * A kept text and the moment it is over, written as {@code millis|text}.
 *
 * @param until milliseconds since the epoch; {@code Long.MAX_VALUE} for never
 */
record Fragment(long until, String text) {

    static Fragment of(String text, @Nullable Duration ttl, Clock clock) {
        return new Fragment(ttl == null ? Long.MAX_VALUE : until(clock.millis(), ttl), text);
    }

    private static long until(long now, Duration ttl) {
        try {
            return Math.addExact(now, ttl.toMillis());
        } catch (ArithmeticException beyondTime) {
            return Long.MAX_VALUE;
        }
    }

    /** The fragment of an entry; null when there is none, or when something else wrote it. */
    static @Nullable Fragment read(Cache.@Nullable ValueWrapper entry) {
        if (entry == null || !(entry.get() instanceof String written)) {
            return null;
        }
        int bar = written.indexOf('|');
        try {
            return bar < 0 ? null : new Fragment(Long.parseLong(written, 0, bar, 10), written.substring(bar + 1));
        } catch (NumberFormatException foreign) {
            return null;
        }
    }

    String written() {
        return until + "|" + text;
    }

    boolean isOver(Clock clock) {
        return clock.millis() >= until;
    }
}
