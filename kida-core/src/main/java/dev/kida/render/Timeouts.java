package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a render may wait, and the error when it does not get its value in time. */
final class Timeouts {

    private Timeouts() {}

    /** A duration in nanoseconds, as far as they fit; null is for ever. */
    static long nanos(@Nullable Duration bound) {
        try {
            return bound == null ? Long.MAX_VALUE : bound.toNanos();
        } catch (ArithmeticException forever) {
            return Long.MAX_VALUE;
        }
    }

    /** Nanoseconds one wait may take now: its own bound, or what is left of the render's deadline. */
    static long nanos(@Nullable Duration bound, RenderContext render) {
        return Math.max(0, Math.min(nanos(bound), render.nanosLeft()));
    }

    static TemplateRuntimeException expired(Wait wait, long nanos) {
        return new TemplateRuntimeException(
                ErrorCode.K_ASY_001,
                "No value came from " + wait.describe() + " within "
                        + Duration.ofNanos(nanos).toMillis() + " ms",
                null,
                "Put {% try %} … {% fallback %} around it, or raise the timeout");
    }
}
