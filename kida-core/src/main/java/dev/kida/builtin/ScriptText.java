package dev.kida.builtin;

/**
 * {@code js}: text for the inside of a JavaScript string literal, in a script element as well as in an event attribute.
 *
 * <p>Everything that HTML might react to is written as a {@code \}{@code uXXXX} escape, so the result needs no further
 * escaping.
 */
final class ScriptText {

    private static final String HEX = "0123456789abcdef";

    private ScriptText() {}

    static String escape(String text) {
        StringBuilder result = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> result.append("\\n");
                case '\r' -> result.append("\\r");
                case '\t' -> result.append("\\t");
                case '\\' -> result.append("\\\\");
                case '/' -> result.append("\\/");
                default -> {
                    if (needsEscape(c)) {
                        unicode(result, c);
                    } else {
                        result.append(c);
                    }
                }
            }
        }
        return result.toString();
    }

    private static boolean needsEscape(char c) {
        return switch (c) {
            case '"', '\'', '`', '$', '<', '>', '&', '=', 0x7f, 0x2028, 0x2029 -> true;
            default -> c < ' ' || Character.isSurrogate(c);
        };
    }

    /** Appends the escape of one UTF-16 unit. */
    static void unicode(StringBuilder result, char c) {
        result.append("\\u")
                .append(HEX.charAt(c >> 12))
                .append(HEX.charAt((c >> 8) & 15))
                .append(HEX.charAt((c >> 4) & 15))
                .append(HEX.charAt(c & 15));
    }
}
