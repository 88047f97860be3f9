package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes text apart at separators, white space and line ends. */
final class Splitting {

    private Splitting() {}

    /** From the left, at most {@code max} times unless that is negative. */
    static List<@Nullable Object> split(String text, @Nullable Object separator, int max) {
        if (separator == null) {
            return words(text, max);
        }
        String literal = separator(separator);
        List<@Nullable Object> parts = new ArrayList<>();
        int start = 0;
        int found = text.indexOf(literal);
        while (found >= 0 && (max < 0 || parts.size() < max)) {
            parts.add(text.substring(start, found));
            start = found + literal.length();
            found = text.indexOf(literal, start);
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** From the right. */
    static List<@Nullable Object> splitRight(String text, @Nullable Object separator, int max) {
        if (separator == null) {
            return max < 0 ? words(text, max) : wordsRight(text, max);
        }
        String literal = separator(separator);
        List<@Nullable Object> parts = new ArrayList<>();
        int end = text.length();
        int found = text.lastIndexOf(literal);
        while (found >= 0 && (max < 0 || parts.size() < max)) {
            parts.add(text.substring(found + literal.length(), end));
            end = found;
            found = end < literal.length() ? -1 : text.lastIndexOf(literal, end - literal.length());
        }
        parts.add(text.substring(0, end));
        Collections.reverse(parts);
        return parts;
    }

    private static List<@Nullable Object> words(String text, int max) {
        List<@Nullable Object> words = new ArrayList<>();
        int at = skip(text, 0, true);
        while (at < text.length()) {
            if (max >= 0 && words.size() == max) {
                words.add(text.substring(at));
                break;
            }
            int end = skip(text, at, false);
            words.add(text.substring(at, end));
            at = skip(text, end, true);
        }
        return words;
    }

    private static List<@Nullable Object> wordsRight(String text, int max) {
        List<@Nullable Object> words = new ArrayList<>();
        int end = skipBack(text, text.length(), true);
        while (end > 0) {
            if (words.size() == max) {
                words.add(text.substring(0, end));
                break;
            }
            int start = skipBack(text, end, false);
            words.add(text.substring(start, end));
            end = skipBack(text, start, true);
        }
        Collections.reverse(words);
        return words;
    }

    /** All white space is in the basic plane, so UTF-16 units will do. */
    private static int skip(String text, int from, boolean space) {
        int at = from;
        while (at < text.length() && CodePoints.isSpace(text.charAt(at)) == space) {
            at++;
        }
        return at;
    }

    private static int skipBack(String text, int from, boolean space) {
        int at = from;
        while (at > 0 && CodePoints.isSpace(text.charAt(at - 1)) == space) {
            at--;
        }
        return at;
    }

    static List<@Nullable Object> lines(String text, boolean keepEnds) {
        List<@Nullable Object> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && !isLineEnd(text.charAt(end))) {
                end++;
            }
            int next = text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
            lines.add(text.substring(start, keepEnds ? next : end));
            start = next;
        }
        return lines;
    }

    private static boolean isLineEnd(char c) {
        return (c >= '\n' && c <= '\r') || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** Before the separator, the separator, after it; if there is none, the text stands on the far side. */
    static Tuple partition(String text, @Nullable Object separator, boolean last) {
        String literal = separator(separator);
        int found = last ? text.lastIndexOf(literal) : text.indexOf(literal);
        if (found < 0) {
            return last ? Tuple.of("", "", text) : Tuple.of(text, "", "");
        }
        return Tuple.of(text.substring(0, found), literal, text.substring(found + literal.length()));
    }

    private static String separator(@Nullable Object separator) {
        String literal = TextOps.text("The separator", separator);
        if (literal.isEmpty()) {
            throw TemplateRuntimeException.value("The separator must not be empty");
        }
        return literal;
    }
}
