package dev.kida.output;

import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Outputs that renders use one after the other, with the buffers that have grown to the size of the pages. Who takes one
 * has it alone until it is given back; what was written before can never be read again. Thread-safe.
 *
 * <p>There are a few places, and a thread looks at one of them only: a place that another thread emptied means a new
 * output, not a wait. That holds for virtual threads, too, of which there are too many for a buffer each.
 */
public final class OutputPool {

    /** A larger buffer is left to the garbage collector. */
    private static final int LARGEST = 512 * 1024;

    /** Places are apart, so that processors do not compete for the cache lines they are in. */
    private static final int SPACING = 16;

    private static final int BITS =
            Integer.SIZE - Integer.numberOfLeadingZeros(4 * Runtime.getRuntime().availableProcessors() - 1);

    private final AtomicReferenceArray<@Nullable CharOutput> characters = places();
    private final AtomicReferenceArray<@Nullable Utf8Output> bytes = places();
    private final AtomicReferenceArray<@Nullable Utf8Output> drained = places();

    private static <T> AtomicReferenceArray<@Nullable T> places() {
        return new AtomicReferenceArray<>(SPACING << BITS);
    }

    private static int place() {
        long spread = Thread.currentThread().getId() * 0x9E37_79B9_7F4A_7C15L;
        return (int) (spread >>> (Long.SIZE - BITS)) * SPACING;
    }

    /**
     * An output of characters, in memory and without a limit.
     *
     * @param expected how many characters it will hold, as far as that is known
     */
    public Output chars(int expected) {
        CharOutput known = characters.getAndSet(place(), null);
        return known == null
                ? new CharOutput(Math.max(expected, Output.SMALLEST_BUFFER), Integer.MAX_VALUE, null)
                : known;
    }

    /**
     * An output of UTF-8 bytes, in memory and without a limit.
     *
     * @param expected how many bytes it will hold, as far as that is known
     */
    public Output utf8(int expected) {
        Utf8Output known = bytes.getAndSet(place(), null);
        return known == null
                ? new Utf8Output(Math.max(expected, Output.SMALLEST_BUFFER), Integer.MAX_VALUE, null)
                : known;
    }

    /** An output of UTF-8 bytes that passes them on whenever about {@code limit} have gathered. */
    public Output to(OutputStream sink, int limit) {
        Utf8Output known = drained.getAndSet(place(), null);
        if (known == null || known.capacity() != Math.max(limit, Output.SMALLEST_BUFFER)) {
            known = new Utf8Output(Math.max(limit, Output.SMALLEST_BUFFER), limit, sink);
        } else {
            known.attach(sink);
        }
        return known;
    }

    /** Takes an output back, which nobody may use any more. Not called after a failure, when somebody still might. */
    public void giveBack(Output output) {
        if (output.capacity() > LARGEST) {
            return;
        }
        boolean drains = output.drains();
        output.reset();
        if (output instanceof CharOutput chars && !drains) {
            characters.setRelease(place(), chars);
        } else if (output instanceof Utf8Output utf8) {
            (drains ? drained : bytes).setRelease(place(), utf8);
        }
    }
}
