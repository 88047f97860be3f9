package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a render may wait, and the error when it does not get its value in time. */
final class Timeouts {

    private Timeouts() {}

    /** Nanoseconds one wait may take now: its own bound, or what is left of the render's deadline. */
    static long nanos(@Nullable Duration bound, RenderContext render) {
        long own;
        try {
            own = bound == null ? Long.MAX_VALUE : bound.toNanos();
        } catch (ArithmeticException forever) {
            own = Long.MAX_VALUE;
        }
        return Math.max(0, Math.min(own, render.nanosLeft()));
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
