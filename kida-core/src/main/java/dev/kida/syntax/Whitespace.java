package dev.kida.syntax;

/** White space as trim markers and messages know it: Unicode white space, no-break spaces included. */
final class Whitespace {

    private Whitespace() {}

    static boolean is(char c) {
        return (c >= 0x09 && c <= 0x0D)
                || (c >= 0x1C && c <= 0x20)
                || c == 0x85
                || c == 0xA0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200A)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }

    /** Whether a text has nothing but white space between the two indices. */
    static boolean isBlank(String text, int from, int to) {
        return skip(text, from, to) == to;
    }

    /** The first index that is not white space. */
    static int skip(String text, int from, int to) {
        int at = from;
        while (at < to && is(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The index after the last character that is not white space. */
    static int skipBack(String text, int from, int to) {
        int at = to;
        while (at > from && is(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Every run of white space becomes one space, none is left at the ends. */
    static String collapse(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = skip(text, 0, text.length());
        while (at < text.length()) {
            char c = text.charAt(at);
            if (is(c)) {
                at = skip(text, at, text.length());
                if (at < text.length()) {
                    out.append(' ');
                }
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }
}
