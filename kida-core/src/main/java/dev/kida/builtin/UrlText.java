package dev.kida.builtin;

import dev.kida.value.CodePoints;
import dev.kida.value.Text;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code urlencode} and {@code safe_url}. */
final class UrlText {

    private static final String HEX = "0123456789ABCDEF";

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel", "ftp", "ftps", "sms");

    private UrlText() {}

    /** Percent-encodes a text; a map becomes a query string. */
    static String encode(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return encodeText(Text.of(value));
        }
        StringBuilder query = new StringBuilder();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (query.length() > 0) {
                query.append('&');
            }
            query.append(encodeText(Text.of(entry.getKey()))).append('=').append(encodeText(Text.of(entry.getValue())));
        }
        return query.toString();
    }

    private static String encodeText(String text) {
        StringBuilder result = new StringBuilder(text.length() + 16);
        for (byte b : wellFormed(text).getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(b)) {
                result.append((char) b);
            } else {
                result.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
            }
        }
        return result.toString();
    }

    /** The text with U+FFFD in the place of halves of characters, for which there are no bytes. */
    private static String wellFormed(String text) {
        StringBuilder result = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    i++;
                } else {
                    result = result == null ? new StringBuilder(text) : result;
                    result.setCharAt(i, '\uFFFD');
                }
            }
        }
        return result == null ? text : result.toString();
    }

    private static boolean isUnreserved(int c) {
        return isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '~';
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isLetterOrDigit(int c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    /** The URL itself when a browser cannot take it for a script, else the fallback. */
    static String safe(String url, String fallback) {
        return isSafe(url) ? url : fallback;
    }

    /**
     * Browsers drop control characters and line breaks inside a URL before they look at its scheme, so they are dropped
     * here, too.
     */
    private static boolean isSafe(String url) {
        StringBuilder scheme = new StringBuilder();
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == ':') {
                return isAllowed(scheme);
            }
            if (c <= ' ' || c == 0x7f || CodePoints.isSpace(c)) {
                continue;
            }
            boolean legal = scheme.length() == 0 ? isLetter(c) : isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
            if (!legal) {
                return true;
            }
            scheme.append(c);
        }
        return true;
    }

    private static boolean isAllowed(CharSequence scheme) {
        return SCHEMES.contains(Texts.lower(scheme.toString()));
    }
}
