package dev.kida.output;

import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
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

    private static final VarHandle PLACES = MethodHandles.arrayElementVarHandle(Owned[].class);

    private final @Nullable Owned[] owned = new Owned[1 << BITS];
    private final AtomicReferenceArray<@Nullable CharOutput> characters = shares();
    private final AtomicReferenceArray<@Nullable Utf8Output> bytes = shares();
    private final AtomicReferenceArray<@Nullable Utf8Output> drained = shares();

    /**
     * What one thread keeps, and nobody else touches. It keeps an output while it is lent as well: then a render stores no
     * reference here, which garbage collectors want to be told of, but only says so in the output.
     */
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

    /**
     * What the thread owns at a place; null when that belongs to another one, which lives. A thread that does not see what
     * another one has just put there fails to replace it; what it put there itself, it sees.
     */
    private @Nullable Owned owned(Thread thread, int place) {
        Owned there = owned[place];
        return there != null && there.refersTo(thread) ? there : claimed(thread, place, there);
    }

    private @Nullable Owned claimed(Thread thread, int place, @Nullable Owned there) {
        if (there != null && !there.refersTo(null)) {
            return null;
        }
        Owned own = new Owned(thread);
        return PLACES.compareAndSet(owned, place, there, own) ? own : null;
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
        CharOutput known = own == null ? characters.getAndSet(place * SPACING, null) : own.characters;
        if (known == null || known.isLent()) {
            known = new CharOutput(Math.max(expected, Output.SMALLEST_BUFFER), Integer.MAX_VALUE, null);
            if (own != null) {
                own.characters = known;
            }
        }
        known.lend(own != null);
        return known;
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
        Utf8Output known = own == null ? bytes.getAndSet(place * SPACING, null) : own.bytes;
        if (known == null || known.isLent()) {
            known = new Utf8Output(Math.max(expected, Output.SMALLEST_BUFFER), Integer.MAX_VALUE, null);
            if (own != null) {
                own.bytes = known;
            }
        }
        known.lend(own != null);
        return known;
    }

    /** An output of UTF-8 bytes that passes them on whenever about {@code limit} have gathered. */
    public Output to(OutputStream sink, int limit) {
        Thread thread = Thread.currentThread();
        int place = place(thread);
        Owned own = owned(thread, place);
        Utf8Output known;
        if (own == null) {
            known = drained.getAndSet(place * SPACING, null);
        } else {
            known = own.drained;
            own.drained = null; // nobody but the render knows the sink
        }
        if (known == null || known.capacity() != Math.max(limit, Output.SMALLEST_BUFFER)) {
            return new Utf8Output(Math.max(limit, Output.SMALLEST_BUFFER), limit, sink);
        }
        known.attach(sink);
        return known;
    }

    /** Takes an output back, which nobody may use any more. */
    public void giveBack(Output output) {
        if (output.capacity() > LARGEST) {
            forget(output);
            return;
        }
        boolean drains = output.drains();
        output.reset();
        if (!output.takeBack()) {
            put(output, drains);
        }
    }

    /** Leaves an output to the garbage collector: one that is too large, or whose render failed. */
    public void forget(Output output) {
        Thread thread = Thread.currentThread();
        Owned own = owned(thread, place(thread));
        if (own != null && own.characters == output) {
            own.characters = null;
        } else if (own != null && own.bytes == output) {
            own.bytes = null;
        }
    }

    private void put(Output output, boolean drains) {
        Thread thread = Thread.currentThread();
        int place = place(thread);
        Owned own = owned(thread, place);
        int share = place * SPACING;
        if (output instanceof CharOutput text) {
            if (own == null) {
                characters.setRelease(share, text);
            } else {
                own.characters = text;
            }
        } else if (output instanceof Utf8Output encoded) {
            if (own == null) {
                (drains ? drained : bytes).setRelease(share, encoded);
            } else if (drains) {
                own.drained = encoded;
            } else {
                own.bytes = encoded;
            }
        }
    }
}
