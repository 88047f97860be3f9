package dev.kida.render;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a render may use up. The depths of includes, parents and calls are always limited and are options of their own;
 * these limits are meant for templates that strangers wrote, and are off unless they are set. 0 stands for no limit.
 *
 * @param maxLoopIterations turns of all loops of one render together; K-SEC-003
 * @param maxRange elements of one {@code range()} or {@code a..b}; K-SEC-003
 * @param maxOutputSize characters of the page; K-SEC-005, and the chunk that passes the limit is not delivered
 * @param maxStringLength characters of one text that a template builds, and elements of one list it repeats; K-SEC-005
 * @param deadline how long one render may take; K-ASY-001. {@link RenderOptions#withDeadline} goes before
 */
public record Limits(
        int maxLoopIterations,
        int maxRange,
        int maxOutputSize,
        int maxStringLength,
        @Nullable Duration deadline) {

    /** No limits. */
    public static final Limits NONE = new Limits(0, 0, 0, 0, null);

    /** The limits that templates of unknown origin get: 100,000 turns, 10,000 elements, a million characters, 2 s. */
    public static final Limits UNTRUSTED = new Limits(100_000, 10_000, 1_000_000, 1_000_000, Duration.ofSeconds(2));

    /** Refuses negative numbers. */
    public Limits {
        if (maxLoopIterations < 0 || maxRange < 0 || maxOutputSize < 0 || maxStringLength < 0) {
            throw new IllegalArgumentException("a limit cannot be negative; 0 is for none");
        }
    }

    /** Whether the size of anything is limited, so that templates have to be compiled with checks. */
    public boolean boundsSizes() {
        return maxRange > 0 || maxOutputSize > 0 || maxStringLength > 0;
    }

    /** The same with another bound on the turns of loops. */
    public Limits withMaxLoopIterations(int turns) {
        return new Limits(turns, maxRange, maxOutputSize, maxStringLength, deadline);
    }

    /** The same with another bound on ranges. */
    public Limits withMaxRange(int elements) {
        return new Limits(maxLoopIterations, elements, maxOutputSize, maxStringLength, deadline);
    }

    /** The same with another bound on the page. */
    public Limits withMaxOutputSize(int characters) {
        return new Limits(maxLoopIterations, maxRange, characters, maxStringLength, deadline);
    }

    /** The same with another bound on texts. */
    public Limits withMaxStringLength(int characters) {
        return new Limits(maxLoopIterations, maxRange, maxOutputSize, characters, deadline);
    }

    /** The same with another deadline. */
    public Limits withDeadline(@Nullable Duration bound) {
        return new Limits(maxLoopIterations, maxRange, maxOutputSize, maxStringLength, bound);
    }
}
