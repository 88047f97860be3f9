package dev.kida.value;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Questions about the characters of a text, and changes of their case. */
public final class Characters {

    private Characters() {}

    /** Whether there are characters and all of them pass. */
    static boolean all(String text, IntPredicate test) {
        return !text.isEmpty() && text.codePoints().allMatch(test);
    }

    static boolean isDecimal(int c) {
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
    }

    /** Decimal digits, and digits in other positions such as superscripts. */
    static boolean isDigit(int c) {
        return isDecimal(c)
                || c == 0xB2
                || c == 0xB3
                || c == 0xB9
                || c == 0x2070
                || (c >= 0x2074 && c <= 0x2079)
                || (c >= 0x2080 && c <= 0x2089)
                || (c >= 0x2460 && c <= 0x2468);
    }

    static boolean isNumeric(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    static boolean isAlphanumeric(int c) {
        return Character.isLetter(c) || isNumeric(c);
    }

    private static boolean isCased(int c) {
        return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
    }

    /** Whether there is a letter with case, and all of them have the wanted one. */
    static boolean allCased(String text, IntPredicate wanted) {
        return text.codePoints().anyMatch(Characters::isCased)
                && text.codePoints().filter(Characters::isCased).allMatch(wanted);
    }

    /** Whether every word starts with an upper-case letter and goes on in lower case. */
    static boolean isTitle(String text) {
        boolean inWord = false;
        boolean any = false;
        for (int c : text.codePoints().toArray()) {
            boolean upper = Character.isUpperCase(c) || Character.isTitleCase(c);
            boolean lower = Character.isLowerCase(c);
            if (upper == inWord && (upper || lower)) {
                return false;
            }
            inWord = upper || lower;
            any |= inWord;
        }
        return any;
    }

    /** The first character in title case, all others lower. */
    public static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int end = text.offsetByCodePoints(0, 1);
        return toTitle(text.codePointAt(0)) + text.substring(end).toLowerCase(Locale.ROOT);
    }

    /** Each maximal run of letters capitalised. */
    public static String title(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Character.isLetter(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            if (end > at) {
                out.append(capitalize(text.substring(at, end)));
                at = end;
            } else {
                int c = text.codePointAt(at);
                out.appendCodePoint(c);
                at += Character.charCount(c);
            }
        }
        return out.toString();
    }

    /** Title case of one character; some, as the sharp s, become two. */
    private static String toTitle(int c) {
        if (Character.toTitleCase(c) != c || Character.isTitleCase(c)) {
            return Character.toString(Character.toTitleCase(c));
        }
        String upper = Character.toString(c).toUpperCase(Locale.ROOT);
        int end = upper.offsetByCodePoints(0, 1);
        return upper.substring(0, end) + upper.substring(end).toLowerCase(Locale.ROOT);
    }

    static String swapCase(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isTitleCase(c)) {
                out.appendCodePoint(c);
                return;
            }
            String character = Character.toString(c);
            out.append(
                    Character.isUpperCase(c) ? character.toLowerCase(Locale.ROOT) : character.toUpperCase(Locale.ROOT));
        });
        return out.toString();
    }

    /** For comparison without regard to case: unlike lower case, also {@code ß} and {@code ss} become the same. */
    static String foldCase(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
