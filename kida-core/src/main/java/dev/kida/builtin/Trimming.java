package dev.kida.builtin;

import dev.kida.value.CodePoints;
import java.util.function.IntPredicate;

/** Removes characters from the ends of a text. */
final class Trimming {

    private Trimming() {}

    static String trim(String text) {
        return trim(text, CodePoints::isSpace);
    }

    /** Removes any of the given characters from both ends. */
    static String trim(String text, String characters) {
        return trim(text, codePoint -> characters.indexOf(codePoint) >= 0);
    }

    static String trimEnd(String text) {
        return text.substring(0, end(text, 0, CodePoints::isSpace));
    }

    private static String trim(String text, IntPredicate removed) {
        int start = 0;
        while (start < text.length()) {
            int codePoint = text.codePointAt(start);
            if (!removed.test(codePoint)) {
                break;
            }
            start += Character.charCount(codePoint);
        }
        return text.substring(start, end(text, start, removed));
    }

    private static int end(String text, int start, IntPredicate removed) {
        int end = text.length();
        while (end > start) {
            int codePoint = text.codePointBefore(end);
            if (!removed.test(codePoint)) {
                break;
            }
            end -= Character.charCount(codePoint);
        }
        return end;
    }
}
