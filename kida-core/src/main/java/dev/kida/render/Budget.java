package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.error.TemplateSecurityException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The turns of loops and the time that one render has left. Turns are granted in portions that are counted down, so that
 * a loop compares one number per turn, whether there are limits or not.
 */
final class Budget {

    /** Turns between two looks at the clock. */
    private static final int STRIDE = 64;

    private final int maxTurns;
    private final @Nullable Duration deadline;
    private final long bound;
    private final RenderClock clock;
    private final long startNanos;
    private int left;
    private int granted;
    private long used;

    Budget(int maxTurns, @Nullable Duration deadline, RenderClock clock) {
        this.maxTurns = maxTurns;
        this.deadline = deadline;
        this.bound = Timeouts.nanos(deadline);
        this.clock = clock;
        this.startNanos = isTimed() ? clock.nanoTime() : 0;
    }

    /** One more turn of a loop. */
    void turn() {
        if (--left < 0) {
            refill();
        }
    }

    private void refill() {
        used += granted;
        granted = 0;
        left = 0;
        if (maxTurns > 0 && used >= maxTurns) {
            throw new TemplateSecurityException(
                    ErrorCode.K_SEC_003, "The loops of the render take more than " + maxTurns + " turns");
        }
        checkTime();
        int portion = isTimed() ? STRIDE : Integer.MAX_VALUE;
        granted = maxTurns > 0 ? (int) Math.min(portion, maxTurns - used) : portion;
        left = granted - 1;
    }

    private boolean isTimed() {
        return bound != Long.MAX_VALUE;
    }

    /** Fails when the deadline is over. */
    void checkTime() {
        if (isTimed() && nanosLeft() <= 0) {
            throw new TemplateRuntimeException(
                    ErrorCode.K_ASY_001,
                    "The render took longer than its deadline of "
                            + java.util.Objects.requireNonNull(deadline).toMillis() + " ms",
                    null,
                    "Raise the deadline, or render less");
        }
    }

    /** Nanoseconds until the render must be over; negative when it is, or {@code Long.MAX_VALUE} without a deadline. */
    long nanosLeft() {
        return isTimed() ? bound - (clock.nanoTime() - startNanos) : Long.MAX_VALUE;
    }
}
