package dev.kida.output;

import dev.kida.value.SafeHtml;
import dev.kida.value.Text;
import dev.kida.value.Undefined;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a template writes into: text gathers here until somebody takes it, or until it goes to a sink.
 *
 * <p>There are two kinds, one that counts characters and one that counts UTF-8 bytes. Both escape while they write, so
 * that no intermediate string is made. An output belongs to one render and is not safe for use by several threads at
 * once.
 *
 * <p>An error boundary <em>holds</em> the output: what is written after the mark stays until the mark is released, and
 * is dropped when it is rolled back. Holds nest. While there is one, the output is never full and only what precedes
 * the outermost mark may leave.
 */
public abstract class Output extends RoomBefore {

    private static final int[] NO_MARKS = {};
    static final int SMALLEST_BUFFER = 64;
    private static final StaticText TRUE = new StaticText("true");
    private static final StaticText FALSE = new StaticText("false");

    /** How many units (characters or bytes) the buffer holds. */
    int count;

    /** How many characters of a text are looked at at a time. */
    static final int WINDOW = 256;

    private static final char[] NO_WINDOW = {};

    private final int limit;
    private char[] window = NO_WINDOW;
    private int[] marks = NO_MARKS;
    private int held;
    private boolean finished;
    private long bound = Long.MAX_VALUE;
    /** Whether a pool has lent it out, and whether it comes back to the thread that keeps it. */
    private boolean lent;

    private boolean kept;
    /** Characters that have left, and those of the first {@code seen} units of the buffer; kept while there is a bound. */
    private long taken;

    private int seen;
    private long seenCharacters;

    Output(int limit) {
        this.limit = limit;
    }

    /** An output of characters with room for {@code capacity} of them to begin with. */
    public static Output chars(int capacity) {
        return chars(capacity, Integer.MAX_VALUE);
    }

    /** An output of characters that reports to be full from {@code limit} characters on. */
    public static Output chars(int capacity, int limit) {
        return new CharOutput(Math.max(capacity, SMALLEST_BUFFER), limit, null);
    }

    /** An output of UTF-8 bytes with room for {@code capacity} of them to begin with. */
    public static Output utf8(int capacity) {
        return utf8(capacity, Integer.MAX_VALUE);
    }

    /** An output of UTF-8 bytes that reports to be full from {@code limit} bytes on. */
    public static Output utf8(int capacity, int limit) {
        return new Utf8Output(Math.max(capacity, SMALLEST_BUFFER), limit, null);
    }

    /** An output of characters that passes them on whenever about {@code limit} have gathered. */
    public static Output to(Appendable sink, int limit) {
        return new CharOutput(Math.max(limit, SMALLEST_BUFFER), limit, sink);
    }

    /** An output of UTF-8 bytes that passes them on whenever about {@code limit} have gathered. */
    public static Output to(OutputStream sink, int limit) {
        return new Utf8Output(Math.max(limit, SMALLEST_BUFFER), limit, sink);
    }

    /** Writes text of the template itself. */
    public abstract void text(StaticText text);

    /** Writes ready HTML, or text where nothing is escaped. */
    public abstract void raw(CharSequence text);

    /** Writes data, escaped for HTML; null writes nothing. */
    public abstract void escapedText(@Nullable String text);

    /** Where the characters of a text are looked at. */
    final char[] window() {
        if (window.length == 0) {
            window = new char[WINDOW];
        }
        return window;
    }

    /** Writes data as it is; null writes nothing. */
    final void plainText(@Nullable String text) {
        if (text != null) {
            raw(text);
        }
    }

    /** Writes a whole number. */
    public abstract void number(long value);

    /** Writes a floating-point number. */
    public abstract void number(double value);

    /** Writes a boolean. */
    public final void bool(boolean value) {
        text(value ? TRUE : FALSE);
    }

    /** Writes the value of an output tag in an escaping template. */
    public final void escaped(@Nullable Object value) {
        if (value instanceof String text) {
            escapedText(text);
        } else if (value instanceof SafeHtml safe) {
            raw(safe.toHtml());
        } else if (value != null && value != Undefined.INSTANCE && !simple(value)) {
            raw(Text.html(value));
        }
    }

    /** Writes the value of an output tag in a template that does not escape. */
    public final void plain(@Nullable Object value) {
        if (value instanceof String text) {
            raw(text);
        } else if (value != null && value != Undefined.INSTANCE && !simple(value)) {
            raw(Text.of(value));
        }
    }

    /** Writes values whose text cannot contain a special character, without making that text first. */
    private boolean simple(Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            number(((Number) value).longValue());
        } else if (value instanceof Double number) {
            number(number.doubleValue());
        } else if (value instanceof Boolean truth) {
            bool(truth);
        } else {
            return false;
        }
        return true;
    }

    /** A new empty output of the same kind, in memory and without a limit. */
    public abstract Output sibling();

    /** Writes everything that {@code other} holds, as it is. */
    public abstract void append(Output other);

    /** Sets how many characters may be written in all; who writes asks {@link #isOver()}. */
    public final void bound(long characters) {
        bound = characters;
    }

    /** Counts characters that will be part of the output but are written by somebody else. */
    public final void account(long characters) {
        taken += characters;
    }

    /** How many characters may be written in all. */
    public final long bound() {
        return bound;
    }

    /** Whether more was written than the bound allows. */
    public final boolean isOver() {
        if (count <= bound - taken) {
            return false; // a unit is never more than a character
        }
        seenCharacters += characters(seen, count);
        seen = count;
        return seenCharacters > bound - taken;
    }

    /** How many characters a part of the buffer is. */
    abstract int characters(int from, int to);

    /** How many characters or bytes are waiting here. */
    public final int length() {
        return count;
    }

    /** Whether nothing is waiting here. */
    public final boolean isEmpty() {
        return count == 0;
    }

    /** The waiting content as text; it stays here. */
    public abstract String string();

    /** Starts to hold content back; returns the mark for {@link #release} or {@link #rollback}. */
    public final int hold() {
        if (held == marks.length) {
            marks = Arrays.copyOf(marks, held + 4);
        }
        marks[held] = count;
        return held++;
    }

    /** How many holds there are at the moment. */
    public final int holds() {
        return held;
    }

    /** Whether something may leave. */
    public final boolean hasReady() {
        return ready() > 0;
    }

    /** Ends a hold, and the holds inside it; what was written since may leave. */
    public final void release(int mark) {
        held = Math.min(held, mark);
        if (drains() && isFull()) {
            drain();
        }
    }

    /** Ends a hold, and the holds inside it, and drops what was written since. */
    public final void rollback(int mark) {
        if (mark < held) {
            count = marks[mark];
            held = mark;
            if (seen > count) {
                seen = 0;
                seenCharacters = 0;
            }
        }
    }

    /** Whether enough has gathered to be handed on. */
    public final boolean isFull() {
        return held == 0 && count >= limit;
    }

    /** Passes on what may leave and asks the sink to do the same; does nothing without a sink. */
    public final void flush() {
        if (drains()) {
            drain();
            flushSink();
        }
    }

    /** Says that nothing more will be written: the sink, or who takes next, gets all of the rest. */
    public final void finish() {
        finished = true;
        held = 0;
        if (drains()) {
            drain();
        }
    }

    /**
     * Hands over, as text, what may leave. A surrogate pair is never cut: until {@link #finish()} a first half at the
     * end stays here.
     */
    public abstract String takeString();

    /** Hands over, as UTF-8, what may leave. A character is never cut. */
    public abstract byte[] takeBytes();

    /** Whether the units before {@code end} are the first half of a surrogate pair; returns its size, else 0. */
    abstract int openPair(int end);

    /** Drops the first {@code units} of the buffer. */
    abstract void shift(int units);

    /** Makes the buffer at least that large. */
    abstract void grow(int capacity);

    abstract boolean drains();

    /** How many units the buffer has room for. */
    abstract int capacity();

    final boolean isLent() {
        return lent;
    }

    /**
     * Lends this output to a render.
     *
     * @param keeps whether the thread that lends it keeps it meanwhile
     */
    final void lend(boolean keeps) {
        lent = true;
        kept = keeps;
    }

    /** Ends the lending; false when nobody kept it. */
    final boolean takeBack() {
        lent = false;
        return kept;
    }

    /** Makes this the output that it was when it was new, but for the size of its buffer. */
    void reset() {
        count = 0;
        held = 0;
        finished = false;
        bound = Long.MAX_VALUE;
        taken = 0;
        seen = 0;
        seenCharacters = 0;
    }

    /** Passes on what may leave. */
    abstract void drain();

    abstract void flushSink();

    /** How many units may leave now. */
    final int ready() {
        int ready = held == 0 ? count : marks[0];
        return finished ? ready : ready - openPair(ready);
    }

    final void forget(int units) {
        if (bound != Long.MAX_VALUE) {
            taken += characters(0, units);
            seen = 0;
            seenCharacters = 0;
        }
        if (units == count) {
            count = 0;
        } else {
            shift(units);
            count -= units;
        }
        for (int i = 0; i < held; i++) {
            marks[i] -= units;
        }
    }

    /** Called when the buffer is too small for {@code more} units. */
    final void makeRoom(int capacity, int more) {
        if (held == 0 && drains()) {
            drain();
        }
        if (capacity - count < more) {
            int needed = Math.addExact(count, more);
            grow(Math.max(needed, larger(capacity)));
        }
    }

    /** Twice the size; but a buffer that is emptied at a limit needs only a little more than that. */
    private int larger(int capacity) {
        if (capacity <= limit && limit <= capacity * 4L && limit < Integer.MAX_VALUE / 2) {
            return limit + limit / 8;
        }
        return capacity > Integer.MAX_VALUE / 2 ? Integer.MAX_VALUE - 8 : capacity * 2;
    }
}
