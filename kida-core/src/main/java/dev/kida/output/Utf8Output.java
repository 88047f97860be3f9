package dev.kida.output;

import dev.kida.value.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The output of UTF-8 bytes: escapes and encodes in one pass. */
final class Utf8Output extends RoomAfter {

    /** The most bytes that one UTF-16 unit becomes (a pair is two units and four bytes). */
    private static final int WIDEST = 3;

    private static final char LAST_ASCII = 0x7F;

    private @Nullable OutputStream sink;
    private byte[] buffer;
    /** Whether the buffer may hold halves of surrogate pairs, see {@link Utf8}. */
    private boolean halves;

    Utf8Output(int capacity, int limit, @Nullable OutputStream sink) {
        super(limit);
        this.sink = sink;
        this.buffer = new byte[capacity];
    }

    @Override
    public void text(StaticText text) {
        bytes(text.utf8(), text.utf8().length);
    }

    private void bytes(byte[] bytes, int length) {
        ensure(length);
        System.arraycopy(bytes, 0, buffer, count, length);
        count += length;
    }

    @Override
    public void raw(CharSequence text) {
        String s = text.toString();
        int wide = Utf8.firstWide(s, 0);
        ascii(s, 0, wide);
        encode(s, wide, false);
    }

    @Override
    public void escapedText(@Nullable String s) {
        if (s == null) {
            return;
        }
        char[] window = window();
        int length = s.length();
        int from = 0;
        while (from < length) {
            int to = Math.min(length, from + WINDOW);
            s.getChars(from, to, window, 0);
            int stop = from + copied(window, 0, to - from);
            from = stop == to ? to : escapedWindow(s, from, stop, to);
        }
    }

    /** Copies what is in the window, up to a stop; returns the place of that. */
    private int copied(char[] window, int from, int to) {
        ensure(to - from);
        int stop = HtmlEscaper.copy(window, from, to, buffer, count, HtmlEscaper.ASCII);
        count += stop - from;
        return stop;
    }

    /** Goes on at a stop, up to the end of the window or behind it; returns the place. */
    private int escapedWindow(String s, int from, int firstStop, int to) {
        char[] window = window();
        int stop = firstStop;
        while (stop < to) {
            int start = stopAt(s, stop);
            if (start >= to) {
                return start;
            }
            stop = from + copied(window, start - from, to - from);
        }
        return stop;
    }

    private int stopAt(String s, int stop) {
        char c = s.charAt(stop);
        if (c > LAST_ASCII) {
            return encode(s, stop, true);
        }
        byte[] replacement = HtmlEscaper.replacement(c);
        bytes(replacement, replacement.length);
        return stop + 1;
    }

    /** Copies units that are known to be ASCII. */
    @SuppressWarnings("deprecation") // the one copy that needs neither an encoder nor an array
    private void ascii(String s, int from, int to) {
        ensure(to - from);
        s.getBytes(from, to, buffer, count);
        count += to - from;
    }

    /** Encodes up to the end or, when only wide characters are wanted, up to the next ASCII; returns where it stopped. */
    private int encode(String s, int from, boolean wideOnly) {
        int i = from;
        int length = s.length();
        while (i < length) {
            char c = s.charAt(i);
            if (wideOnly && c <= LAST_ASCII) {
                break;
            }
            ensure(WIDEST + 1);
            i++;
            if (!Character.isSurrogate(c)) {
                count = Utf8.put(buffer, count, c);
            } else if (Character.isHighSurrogate(c) && i < length && Character.isLowSurrogate(s.charAt(i))) {
                count = Utf8.putPair(buffer, count, c, s.charAt(i++));
            } else {
                halves = true;
                count = Utf8.put(buffer, count, c);
            }
        }
        return i;
    }

    @Override
    public void number(long value) {
        ensure(Digits.ROOM);
        count = Digits.put(buffer, count, value);
    }

    @Override
    public void number(double value) {
        ensure(Digits.ROOM);
        int end = Digits.putDecimal(buffer, count, value);
        if (end < 0) {
            raw(Text.of(value));
        } else {
            count = end;
        }
    }

    @Override
    public Output sibling() {
        Output sibling = utf8(0);
        sibling.bound(bound());
        return sibling;
    }

    @Override
    public void append(Output other) {
        if (other instanceof Utf8Output bytes) {
            halves |= bytes.halves;
            bytes(bytes.buffer, bytes.count);
        } else {
            raw(other.string());
        }
    }

    @Override
    public String string() {
        byte[] content = buffer;
        int end = count;
        if (halves) {
            content = Arrays.copyOf(buffer, count);
            end = Utf8.repair(content, 0, count);
        }
        return new String(content, 0, end, StandardCharsets.UTF_8);
    }

    @Override
    public String takeString() {
        return new String(takeBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] takeBytes() {
        int ready = ready();
        byte[] bytes = Arrays.copyOf(buffer, ready);
        forget(ready);
        if (!halves) {
            return bytes;
        }
        int end = Utf8.repair(bytes, 0, ready);
        return Arrays.copyOf(bytes, end);
    }

    @Override
    int characters(int from, int to) {
        return Utf8.units(buffer, from, to);
    }

    @Override
    int openPair(int end) {
        return halves && Utf8.endsWithHigh(buffer, end) ? WIDEST : 0;
    }

    @Override
    void shift(int units) {
        System.arraycopy(buffer, units, buffer, 0, count - units);
    }

    @Override
    void grow(int capacity) {
        buffer = Arrays.copyOf(buffer, capacity);
    }

    private void ensure(int more) {
        if (buffer.length - count < more) {
            makeRoom(buffer.length, more);
        }
    }

    /** Gives an output that was reset its next sink. */
    void attach(OutputStream next) {
        sink = next;
    }

    @Override
    void reset() {
        super.reset();
        halves = false;
        sink = null;
    }

    @Override
    int capacity() {
        return buffer.length;
    }

    @Override
    boolean drains() {
        return sink != null;
    }

    @Override
    void drain() {
        int ready = ready();
        if (sink == null || ready == 0) {
            return;
        }
        try {
            if (halves) {
                sink.write(takeBytes());
            } else {
                sink.write(buffer, 0, ready);
                forget(ready);
            }
        } catch (IOException e) {
            throw new SinkException(e);
        }
    }

    @Override
    void flushSink() {
        if (sink == null) {
            return;
        }
        try {
            sink.flush();
        } catch (IOException e) {
            throw new SinkException(e);
        }
    }
}
