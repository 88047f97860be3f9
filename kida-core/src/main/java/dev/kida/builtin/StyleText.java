package dev.kida.builtin;

/**
 * {@code css}: text for a value in a style sheet or a style attribute.
 *
 * <p>Characters with a meaning in CSS or HTML become hexadecimal escapes, which hold in quoted strings and outside of
 * them; a backslash before a quote would end the attribute that holds the style.
 */
final class StyleText {

    private static final String PLAIN = " -_.,#%+*!";

    private StyleText() {}

    static String escape(String text) {
        StringBuilder result = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                result.append(c);
            } else if (c != 0) {
                result.append('\\').append(Integer.toHexString(c)).append(' ');
            }
        }
        return result.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c >= 0xa0 && c != 0x2028 && c != 0x2029)
                || PLAIN.indexOf(c) >= 0;
    }
}
