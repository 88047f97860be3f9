package dev.kida.value;

/** Text measured in characters as a reader counts them: code points, not UTF-16 units. */
public final class CodePoints {

    private static final String[] LATIN = new String[256];

    static {
        for (int c = 0; c < LATIN.length; c++) {
            LATIN[c] = String.valueOf((char) c);
        }
    }

    private CodePoints() {}

    /** The number of code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The UTF-16 index of the code point with the given number, which may be the length. */
    public static int offset(String text, int index) {
        return text.offsetByCodePoints(0, index);
    }

    /** How many code points lie before a UTF-16 index. */
    public static int indexOf(String text, int offset) {
        return text.codePointCount(0, offset);
    }

    /** The part from one code point up to another. */
    public static String substring(String text, int from, int to) {
        int start = offset(text, from);
        return text.substring(start, text.offsetByCodePoints(start, to - from));
    }

    /** A text of one code point. */
    public static String toString(int codePoint) {
        return codePoint < LATIN.length ? LATIN[codePoint] : Character.toString(codePoint);
    }

    /** White space as templates see it: every Unicode space, no-break spaces and the line separators included. */
    public static boolean isSpace(int c) {
        if (c <= 0x20) {
            return c == 0x20 || (c >= 0x09 && c <= 0x0D) || c >= 0x1C;
        }
        if (c < 0x80) {
            return false;
        }
        return c == 0x85 || c == 0xA0 || Character.isSpaceChar(c);
    }
}
