package dev.kida.builtin;

/** {@code indent}: puts spaces before the lines of a text. */
final class Lines {

    private Lines() {}

    static String indent(String text, int width, boolean first) {
        String prefix = " ".repeat(Math.max(0, width));
        StringBuilder result = new StringBuilder(text.length() + 64);
        int start = 0;
        while (start < text.length()) {
            int end = lineEnd(text, start);
            if (first || start > 0) {
                result.append(prefix);
            }
            result.append(text, start, end);
            start = end;
        }
        return result.toString();
    }

    /** The position after the line break that ends the line, or the end of the text. */
    private static int lineEnd(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isLineBreak(c)) {
                boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                return i + (pair ? 2 : 1);
            }
        }
        return text.length();
    }

    private static boolean isLineBreak(char c) {
        return (c >= '\n' && c <= '\r') || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
