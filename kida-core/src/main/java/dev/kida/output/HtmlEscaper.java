package dev.kida.output;

import java.nio.charset.StandardCharsets;

/** The escape table of HTML text and quoted attributes, in the form in which the outputs need it. */
final class HtmlEscaper {

    /** Every special character has a code below this. */
    private static final int END = 64;

    private static final String[] TEXT = new String[END];
    private static final byte[][] BYTES = new byte[END][];
    private static final long SPECIAL;

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
}
