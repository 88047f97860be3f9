package dev.kida.output;

import java.util.Arrays;

/**
 * UTF-8 that tolerates half surrogate pairs while text is being put together.
 *
 * <p>Two halves of a pair may arrive in two writes. Until the text leaves, a half is kept as the three bytes that its
 * code unit would have; {@link #repair} joins halves that turned out to be neighbours and replaces lone ones.
 */
final class Utf8 {

    private static final int HALF = 3;
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private Utf8() {}

    /** Encodes a complete text; lone surrogates become U+FFFD. */
    static byte[] encode(String s) {
        byte[] bytes = new byte[s.length()];
        int end = 0;
        boolean halves = false;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (bytes.length - end < 4) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, bytes.length + 16));
            }
            if (Character.isHighSurrogate(c) && i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))) {
                end = putPair(bytes, end, c, s.charAt(++i));
            } else {
                halves |= Character.isSurrogate(c);
                end = put(bytes, end, c);
            }
        }
        if (halves) {
            end = repair(bytes, 0, end);
        }
        return bytes.length == end ? bytes : Arrays.copyOf(bytes, end);
    }

    static boolean isLatin1(String s, int from, int to) {
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= s.charAt(i);
        }
        return all <= 0xFF;
    }

    /** The first place at or after {@code from} that is not ASCII; the length if there is none. */
    static int firstWide(String s, int from) {
        int length = s.length();
        for (int i = from; i < length; i++) {
            if (s.charAt(i) >= 0x80) {
                return i;
            }
        }
        return length;
    }

    /** How many UTF-16 units the characters are that start in a part of the bytes. */
    static int units(byte[] bytes, int from, int to) {
        int units = 0;
        for (int i = from; i < to; i++) {
            int b = bytes[i];
            if ((b & 0xC0) != 0x80) {
                units += (b & 0xF8) == 0xF0 ? 2 : 1;
            }
        }
        return units;
    }

    /** Writes one code unit as one to three bytes; returns the place behind it. */
    static int put(byte[] bytes, int at, char c) {
        int end = at;
        if (c < 0x80) {
            bytes[end++] = (byte) c;
        } else if (c < 0x800) {
            bytes[end++] = (byte) (0xC0 | c >> 6);
            bytes[end++] = (byte) (0x80 | (c & 0x3F));
        } else {
            bytes[end++] = (byte) (0xE0 | c >> 12);
            bytes[end++] = (byte) (0x80 | (c >> 6 & 0x3F));
            bytes[end++] = (byte) (0x80 | (c & 0x3F));
        }
        return end;
    }

    static int putPair(byte[] bytes, int at, char high, char low) {
        int c = Character.toCodePoint(high, low);
        bytes[at] = (byte) (0xF0 | c >> 18);
        bytes[at + 1] = (byte) (0x80 | (c >> 12 & 0x3F));
        bytes[at + 2] = (byte) (0x80 | (c >> 6 & 0x3F));
        bytes[at + 3] = (byte) (0x80 | (c & 0x3F));
        return at + 4;
    }

    /** Whether the bytes before {@code end} are the first half of a pair. */
    static boolean endsWithHigh(byte[] bytes, int end) {
        return end >= HALF && isHigh(bytes, end - HALF, end);
    }

    /** Joins and replaces halves in place; returns the new end, which is never behind the old one. */
    static int repair(byte[] bytes, int from, int to) {
        int end = from;
        int i = from;
        while (i < to) {
            if (isHigh(bytes, i, to) && isLow(bytes, i + HALF, to)) {
                end = putPair(bytes, end, half(bytes, i), half(bytes, i + HALF));
                i += 2 * HALF;
            } else if (isHigh(bytes, i, to) || isLow(bytes, i, to)) {
                System.arraycopy(REPLACEMENT, 0, bytes, end, HALF);
                end += HALF;
                i += HALF;
            } else {
                bytes[end++] = bytes[i++];
            }
        }
        return end;
    }

    private static boolean isHigh(byte[] bytes, int at, int to) {
        return at + HALF <= to && bytes[at] == (byte) 0xED && (bytes[at + 1] & 0xF0) == 0xA0;
    }

    private static boolean isLow(byte[] bytes, int at, int to) {
        return at + HALF <= to && bytes[at] == (byte) 0xED && (bytes[at + 1] & 0xF0) == 0xB0;
    }

    private static char half(byte[] bytes, int at) {
        return (char) (0xD000 | (bytes[at + 1] & 0x3F) << 6 | (bytes[at + 2] & 0x3F));
    }
}
