package dev.kida.output;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The escape table of HTML text and quoted attributes, in the form in which the outputs need it. */
final class HtmlEscaper {

    /** Every special character has a code below this. */
    private static final int END = 64;

    private static final String[] TEXT = new String[END];
    private static final byte[][] BYTES = new byte[END][];
    private static final long SPECIAL;

    /** Stops at special characters and at those that need more than one byte in Latin-1. */
    static final int LATIN = 1;

    /** Stops at special characters and at those that need more than one byte in UTF-8. */
    static final int ASCII = 3;

    private static final int LAST_ASCII = 0x7F;
    private static final int LAST_LATIN = 0xFF;

    /** For each character the bits of what it is a stop for; of the table, pages in one script use a few lines. */
    private static final byte[] STOPS = new byte[Character.MAX_VALUE + 1];

    static {
        TEXT['&'] = "&amp;";
        TEXT['<'] = "&lt;";
        TEXT['>'] = "&gt;";
        TEXT['"'] = "&quot;";
        TEXT['\''] = "&#39;";
        TEXT[0] = ""; // NUL is not allowed in HTML
        long special = 0;
        for (int c = 0; c < END; c++) {
            if (TEXT[c] != null) {
                special |= 1L << c;
                BYTES[c] = TEXT[c].getBytes(StandardCharsets.US_ASCII);
            }
        }
        SPECIAL = special;
        Arrays.fill(STOPS, LAST_ASCII + 1, LAST_LATIN + 1, (byte) (ASCII & ~LATIN));
        Arrays.fill(STOPS, LAST_LATIN + 1, STOPS.length, (byte) ASCII);
        for (char c = 0; c < END; c++) {
            if (isSpecial(c)) {
                STOPS[c] = ASCII;
            }
        }
    }

    private HtmlEscaper() {}

    static boolean isSpecial(char c) {
        return c < END && (SPECIAL >>> c & 1) != 0;
    }

    /** What stands for a special character. */
    static byte[] replacement(char special) {
        return BYTES[special];
    }

    /** What stands for a special character. */
    static String replacementText(char special) {
        return TEXT[special];
    }

    /** The first place at or after {@code from} that is special or above {@code highest}; the length if there is none. */
    static int firstStop(String s, int from, char highest) {
        int length = s.length();
        for (int i = from; i < length; i++) {
            char c = s.charAt(i);
            if (c > highest || isSpecial(c)) {
                return i;
            }
        }
        return length;
    }

    /**
     * Copies characters to bytes, up to the first one that is a stop; returns its place, or {@code to} if there is none.
     * Characters of an array, with one look at a table each, cost half of what {@link String#charAt} does where strings
     * of both kinds are in use; and most texts are too short for anything that begins with a call to be faster.
     *
     * @param target room for all of the characters, the first of which goes to {@code at}
     * @param kind {@link #LATIN} or {@link #ASCII}
     */
    static int copy(char[] characters, int from, int to, byte[] target, int at, int kind) {
        int shift = at - from;
        for (int i = from; i < to; i++) {
            char c = characters[i];
            if ((STOPS[c] & kind) != 0) {
                return i;
            }
            target[shift + i] = (byte) c;
        }
        return to;
    }
}
