package dev.kida.syntax;

import dev.kida.error.ErrorCode;

/** Reads string literals and their escapes. */
final class StringScanner {

    private static final int SHORT_ESCAPE = 4;
    private static final int LONG_ESCAPE = 8;

    private final SyntaxSource source;
    private final String text;
    private int end;

    StringScanner(SyntaxSource source) {
        this.source = source;
        this.text = source.text();
    }

    /** Where the last literal ended. */
    int end() {
        return end;
    }

    /** The value of the literal whose quote stands at the given offset. */
    String scan(int offset) {
        char quote = text.charAt(offset);
        StringBuilder value = new StringBuilder();
        int at = offset + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == quote) {
                end = at + 1;
                return value.toString();
            }
            if (c == '\\' && at + 1 < text.length()) {
                at = escape(at, value);
            } else {
                value.append(c);
                at++;
            }
        }
        throw source.error(ErrorCode.K_LEX_003, "Unterminated string, " + quote + " is missing", offset, null);
    }

    /** Reads an escape and returns the offset after it. */
    private int escape(int backslash, StringBuilder value) {
        char c = text.charAt(backslash + 1);
        switch (c) {
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case '\\', '\'', '"' -> value.append(c);
            case 'u' -> {
                return unicode(backslash, SHORT_ESCAPE, value);
            }
            case 'U' -> {
                return unicode(backslash, LONG_ESCAPE, value);
            }
            default ->
                throw source.error(
                        ErrorCode.K_LEX_003,
                        "Unknown escape '\\" + Character.toString(text.codePointAt(backslash + 1)) + "' in a string",
                        backslash,
                        "Write \\\\ for a backslash");
        }
        return backslash + 2;
    }

    private int unicode(int backslash, int digits, StringBuilder value) {
        int from = backslash + 2;
        long codePoint = 0;
        for (int i = 0; i < digits; i++) {
            int digit = from + i < text.length() ? hex(text.charAt(from + i)) : -1;
            if (digit < 0) {
                throw badUnicode(backslash, digits);
            }
            codePoint = codePoint * 16 + digit;
        }
        if (codePoint > Character.MAX_CODE_POINT) {
            throw badUnicode(backslash, digits);
        }
        value.appendCodePoint((int) codePoint);
        return from + digits;
    }

    /** Unlike {@link Character#digit} this accepts ASCII digits only. */
    private static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private RuntimeException badUnicode(int backslash, int digits) {
        return source.error(
                ErrorCode.K_LEX_003,
                "A unicode escape needs exactly " + digits + " hexadecimal digits, at most 10FFFF",
                backslash,
                null);
    }
}
