package dev.kida.builtin;

import dev.kida.value.CallContext;
import dev.kida.value.CodePoints;
import dev.kida.value.SafeHtml;
import dev.kida.value.Text;
import dev.kida.value.TextBound;
import org.jspecify.annotations.Nullable;

/**
 * {@code csp_nonce}: puts the nonce of the response on the opening script and style tags of a piece of HTML.
 *
 * <p>Input that is not already safe is escaped, so that a script inside data can never get a nonce.
 */
final class CspNonce {

    private CspNonce() {}

    static String filter(@Nullable Object value, @Nullable Object argument, CallContext context) {
        String html = value instanceof SafeHtml safe ? safe.toHtml() : Text.html(value);
        return inject(html, argument == null ? fromMetadata(context) : Text.of(argument), context.maxTextLength());
    }

    private static String fromMetadata(CallContext context) {
        return context.meta("csp_nonce") instanceof CharSequence nonce ? nonce.toString() : "";
    }

    /** Adds the nonce to every script and style tag that has none. */
    static String inject(String html, String nonce, int bound) {
        if (nonce.isEmpty() || html.indexOf('<') < 0) {
            return html;
        }
        String attribute = " nonce=\"" + Text.escape(nonce) + "\"";
        StringBuilder result = new StringBuilder(html.length() + 64);
        int copied = 0;
        int open = html.indexOf('<');
        while (open >= 0) {
            int nameEnd = tagNameEnd(html, open + 1);
            int close = nameEnd < 0 ? -1 : tagEnd(html, nameEnd);
            if (close >= 0 && !hasNonce(html, nameEnd, close)) {
                result.append(html, copied, close).append(attribute);
                TextBound.check(result.length(), bound);
                copied = close;
            }
            open = html.indexOf('<', Math.max(open + 1, close));
        }
        return result.append(html, copied, html.length()).toString();
    }

    /** The end of the tag name when this is a script or style tag, else -1. */
    private static int tagNameEnd(String html, int start) {
        int name = skipSpaces(html, start);
        int end;
        if (html.regionMatches(true, name, "script", 0, 6)) {
            end = name + 6;
        } else if (html.regionMatches(true, name, "style", 0, 5)) {
            end = name + 5;
        } else {
            return -1;
        }
        boolean complete = end < html.length() && (html.charAt(end) == '>' || CodePoints.isSpace(html.charAt(end)));
        return complete ? end : -1;
    }

    /** The position of the {@code >} that ends the tag, quotes respected, or -1. */
    private static int tagEnd(String html, int start) {
        char quote = 0;
        for (int i = start; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return i;
            } else if ((c == '"' || c == '\'') && isAfterEquals(html, i)) {
                quote = c;
            }
        }
        return -1;
    }

    private static boolean isAfterEquals(String html, int quote) {
        int i = quote - 1;
        while (CodePoints.isSpace(html.charAt(i))) {
            i--;
        }
        return html.charAt(i) == '=';
    }

    /** Whether the attributes between the two positions hold one named nonce with a value. */
    private static boolean hasNonce(String html, int start, int end) {
        int i = start;
        while (i < end) {
            int name = skipSpaces(html, i);
            int nameEnd = name;
            while (nameEnd < end && html.charAt(nameEnd) != '=' && !CodePoints.isSpace(html.charAt(nameEnd))) {
                nameEnd++;
            }
            int equals = skipSpaces(html, nameEnd);
            if (equals >= end || html.charAt(equals) != '=') {
                i = Math.max(equals, name + 1);
                continue;
            }
            if (nameEnd - name == 5 && html.regionMatches(true, name, "nonce", 0, 5)) {
                return true;
            }
            i = valueEnd(html, skipSpaces(html, equals + 1), end);
        }
        return false;
    }

    private static int valueEnd(String html, int start, int end) {
        if (start >= end) {
            return end;
        }
        char quote = html.charAt(start);
        if (quote == '"' || quote == '\'') {
            int close = html.indexOf(quote, start + 1);
            return close < 0 || close >= end ? end : close + 1;
        }
        int i = start;
        while (i < end && !CodePoints.isSpace(html.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int skipSpaces(String html, int start) {
        int i = start;
        while (i < html.length() && CodePoints.isSpace(html.charAt(i))) {
            i++;
        }
        return i;
    }
}
