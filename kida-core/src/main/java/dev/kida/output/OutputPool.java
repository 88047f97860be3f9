package dev.kida.output;

import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Outputs that renders use one after the other, with the buffers that have grown to the size of the pages. Who takes one
 * has it alone until it is given back; what was written before can never be read again. Thread-safe.
 *
 * <p>There are a few places, and a thread looks at one of them only. The first thread that comes to a place owns it as long
 * as it lives, and needs no atomic operation there, which would be a tenth of a small page. The others share what is kept
 * beside it: a share that another thread emptied means a new output, not a wait. That holds for virtual threads, too, of
 * which there are too many for a buffer each.
 */
public final class OutputPool {

    /** A larger buffer is left to the garbage collector. */
    private static final int LARGEST = 512 * 1024;

    /** Shares are apart, so that processors do not compete for the cache lines they are in. */
    private static final int SPACING = 16;

    private static final int BITS =
            Integer.SIZE - Integer.numberOfLeadingZeros(4 * Runtime.getRuntime().availableProcessors() - 1);

    private final AtomicReferenceArray<@Nullable Owned> owned = new AtomicReferenceArray<>(1 << BITS);
    private final AtomicReferenceArray<@Nullable CharOutput> characters = shares();
    private final AtomicReferenceArray<@Nullable Utf8Output> bytes = shares();
    private final AtomicReferenceArray<@Nullable Utf8Output> drained = shares();

    /** What one thread keeps, and nobody else touches. */
    private static final class Owned extends WeakReference<Thread> {

        private @Nullable CharOutput characters;
        private @Nullable Utf8Output bytes;
        private @Nullable Utf8Output drained;

        Owned(Thread owner) {
            super(owner);
        }
    }

    private static <T> AtomicReferenceArray<@Nullable T> shares() {
        return new AtomicReferenceArray<>(SPACING << BITS);
    }

    private static int place(Thread thread) {
        long spread = thread.getId() * 0x9E37_79B9_7F4A_7C15L;
        return (int) (spread >>> (Long.SIZE - BITS));
    }

    /** What the thread owns at a place; null when that belongs to another one, which lives. */
    private @Nullable Owned owned(Thread thread, int place) {
        Owned there = owned.getAcquire(place);
        if (there != null && there.refersTo(thread)) {
            return there;
        }
        if (there != null && !there.refersTo(null)) {
            return null;
        }
        Owned own = new Owned(thread);
        return owned.compareAndSet(place, there, own) ? own : null;
    }

    /**
     * An output of characters, in memory and without a limit.
     *
     * @param expected how many characters it will hold, as far as that is known
     */
    public Output chars(int expected) {
        Thread thread = Thread.currentThread();
        int place = place(thread);
        Owned own = owned(thread, place);
        CharOutput known;
        if (own == null) {
            known = characters.getAndSet(place * SPACING, null);
        } else {
            known = own.characters;
            own.characters = null;
        }
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
        Thread thread = Thread.currentThread();
        int place = place(thread);
        Owned own = owned(thread, place);
        Utf8Output known;
        if (own == null) {
            known = bytes.getAndSet(place * SPACING, null);
        } else {
            known = own.bytes;
            own.bytes = null;
        }
        return known == null
                ? new Utf8Output(Math.max(expected, Output.SMALLEST_BUFFER), Integer.MAX_VALUE, null)
                : known;
    }

    /** An output of UTF-8 bytes that passes them on whenever about {@code limit} have gathered. */
    public Output to(OutputStream sink, int limit) {
        Utf8Output known = takeDrained();
        if (known == null || known.capacity() != Math.max(limit, Output.SMALLEST_BUFFER)) {
            known = new Utf8Output(Math.max(limit, Output.SMALLEST_BUFFER), limit, sink);
        } else {
            known.attach(sink);
        }
        return known;
    }

    private @Nullable Utf8Output takeDrained() {
        Thread thread = Thread.currentThread();
        int place = place(thread);
        Owned own = owned(thread, place);
        if (own == null) {
            return drained.getAndSet(place * SPACING, null);
        }
        Utf8Output known = own.drained;
        own.drained = null;
        return known;
    }

    /** Takes an output back, which nobody may use any more. Not called after a failure, when somebody still might. */
    public void giveBack(Output output) {
        if (output.capacity() > LARGEST) {
            return;
        }
        boolean drains = output.drains();
        output.reset();
        Thread thread = Thread.currentThread();
        int place = place(thread);
        Owned own = owned(thread, place);
        if (output instanceof Utf8Output utf8) {
            giveBack(utf8, drains, own, place * SPACING);
        } else if (output instanceof CharOutput chars && !drains) {
            if (own == null) {
                characters.setRelease(place * SPACING, chars);
            } else {
                own.characters = chars;
            }
        }
    }

    private void giveBack(Utf8Output output, boolean drains, @Nullable Owned own, int share) {
        if (own == null) {
            (drains ? drained : bytes).setRelease(share, output);
        } else if (drains) {
            own.drained = output;
        } else {
            own.bytes = output;
        }
    }
}
