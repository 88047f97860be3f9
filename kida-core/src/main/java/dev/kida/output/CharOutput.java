package dev.kida.output;

import dev.kida.value.Text;
import java.io.Flushable;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The output of characters. It begins with one byte for each character, which is what most pages need and what a
 * {@code String} of them is made of; the first character above U+00FF turns it to two bytes for good.
 */
final class CharOutput extends RoomAfter {

    private static final char LAST_LATIN = 0xFF;
    private static final char[] NO_CHARS = {};

    private final @Nullable Appendable sink;
    private byte[] latin;
    private char[] wide = NO_CHARS;
    private boolean isWide;

    CharOutput(int capacity, int limit, @Nullable Appendable sink) {
        super(limit);
        this.sink = sink;
        this.latin = new byte[capacity];
    }

    @Override
    public void text(StaticText text) {
        byte[] bytes = text.latin1();
        if (isWide || bytes == null) {
            widen();
            chars(text.string(), 0, text.string().length());
        } else {
            bytes(bytes, bytes.length);
        }
    }

    @Override
    public void raw(CharSequence text) {
        String s = text.toString();
        if (isWide || !Utf8.isLatin1(s, 0, s.length())) {
            widen();
            chars(s, 0, s.length());
        } else {
            latin(s, 0, s.length());
        }
    }

    @Override
    public void escapedText(@Nullable String s) {
        if (s == null) {
            return;
        }
        int done = isWide ? 0 : escapedLatin(s);
        if (isWide) {
            escapedWide(s, done);
        }
    }

    /** Escapes up to the end or to the first wide character, at which the output is widened; returns that place. */
    private int escapedLatin(String s) {
        char[] window = window();
        int length = s.length();
        for (int from = 0; from < length; from += WINDOW) {
            int to = Math.min(length, from + WINDOW);
            s.getChars(from, to, window, 0);
            int stop = from + copied(window, 0, to - from);
            if (stop < to) {
                stop = escapedWindow(from, stop, to);
                if (isWide) {
                    return stop;
                }
            }
        }
        return length;
    }

    /** Copies what is in the window, up to a stop; returns the place of that. */
    private int copied(char[] window, int from, int to) {
        ensure(to - from);
        int stop = HtmlEscaper.copy(window, from, to, latin, count, HtmlEscaper.LATIN);
        count += stop - from;
        return stop;
    }

    /** Goes on at a stop, up to the end of the window or to a wide character, at which the output is widened. */
    private int escapedWindow(int from, int firstStop, int to) {
        char[] window = window();
        int stop = firstStop;
        while (stop < to) {
            char c = window[stop - from];
            if (c > LAST_LATIN) {
                widen();
                return stop;
            }
            byte[] replacement = HtmlEscaper.replacement(c);
            bytes(replacement, replacement.length);
            stop = from + copied(window, stop + 1 - from, to - from);
        }
        return stop;
    }

    private void escapedWide(String s, int from) {
        int start = from;
        int stop = HtmlEscaper.firstStop(s, start, Character.MAX_VALUE);
        while (stop < s.length()) {
            chars(s, start, stop);
            String replacement = HtmlEscaper.replacementText(s.charAt(stop));
            chars(replacement, 0, replacement.length());
            start = stop + 1;
            stop = HtmlEscaper.firstStop(s, start, Character.MAX_VALUE);
        }
        chars(s, start, stop);
    }

    /** Copies characters that are known to fit into a byte each. */
    @SuppressWarnings("deprecation") // the one copy that needs neither an encoder nor an array
    private void latin(String s, int from, int to) {
        ensure(to - from);
        s.getBytes(from, to, latin, count);
        count += to - from;
    }

    private void bytes(byte[] bytes, int length) {
        ensure(length);
        System.arraycopy(bytes, 0, latin, count, length);
        count += length;
    }

    private void chars(String s, int from, int to) {
        ensure(to - from);
        s.getChars(from, to, wide, count);
        count += to - from;
    }

    private void widen() {
        if (!isWide) {
            if (wide.length < latin.length) {
                wide = new char[latin.length];
            }
            for (int i = 0; i < count; i++) {
                wide[i] = (char) (latin[i] & 0xFF);
            }
            isWide = true;
        }
    }

    @Override
    public void number(long value) {
        if (isWide) {
            String digits = Long.toString(value);
            chars(digits, 0, digits.length());
        } else {
            ensure(Digits.ROOM);
            count = Digits.put(latin, count, value);
        }
    }

    @Override
    public void number(double value) {
        int end = -1;
        if (!isWide) {
            ensure(Digits.ROOM);
            end = Digits.putDecimal(latin, count, value);
        }
        if (end < 0) {
            raw(Text.of(value));
        } else {
            count = end;
        }
    }

    @Override
    public Output sibling() {
        Output sibling = chars(0);
        sibling.bound(bound());
        return sibling;
    }

    @Override
    public void append(Output other) {
        if (!(other instanceof CharOutput chars)) {
            raw(other.string());
        } else if (!chars.isWide && !isWide) {
            bytes(chars.latin, chars.count);
        } else if (chars.isWide) {
            widen();
            ensure(chars.count);
            System.arraycopy(chars.wide, 0, wide, count, chars.count);
            count += chars.count;
        } else {
            raw(chars.string());
        }
    }

    @Override
    public String string() {
        return first(count);
    }

    @SuppressWarnings("deprecation") // the one constructor that has nothing to decode
    private String first(int units) {
        return isWide ? new String(wide, 0, units) : new String(latin, 0, 0, units);
    }

    @Override
    public String takeString() {
        int ready = ready();
        String taken = first(ready);
        forget(ready);
        return taken;
    }

    @Override
    public byte[] takeBytes() {
        return Utf8.encode(takeString());
    }

    @Override
    int characters(int from, int to) {
        return to - from;
    }

    @Override
    int openPair(int end) {
        return isWide && end > 0 && Character.isHighSurrogate(wide[end - 1]) ? 1 : 0;
    }

    @Override
    void shift(int units) {
        Object buffer = isWide ? wide : latin;
        System.arraycopy(buffer, units, buffer, 0, count - units);
    }

    @Override
    void grow(int capacity) {
        if (isWide) {
            wide = Arrays.copyOf(wide, capacity);
        } else {
            latin = Arrays.copyOf(latin, capacity);
        }
    }

    private void ensure(int more) {
        int capacity = isWide ? wide.length : latin.length;
        if (capacity - count < more) {
            makeRoom(capacity, more);
        }
    }

    @Override
    void reset() {
        super.reset();
        isWide = false; // both buffers stay: where one page has wide characters, the next one will
    }

    @Override
    int capacity() {
        return latin.length + 2 * wide.length;
    }

    @Override
    boolean drains() {
        return sink != null;
    }

    @Override
    void drain() {
        if (sink == null || ready() == 0) {
            return;
        }
        try {
            sink.append(takeString());
        } catch (IOException e) {
            throw new SinkException(e);
        }
    }

    @Override
    void flushSink() {
        if (!(sink instanceof Flushable flushable)) {
            return;
        }
        try {
            flushable.flush();
        } catch (IOException e) {
            throw new SinkException(e);
        }
    }
}
