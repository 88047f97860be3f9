package dev.kida.value;

import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Questions about the characters of a text, and changes of their case. */
public final class Characters {

    /** First and last character of each row of digits that are no decimal digits. */
    private static final int[][] DIGITS = {
        {0xB2, 0xB3}, {0xB9, 0xB9}, {0x1369, 0x1371}, {0x19DA, 0x19DA}, {0x2070, 0x2070}, {0x2074, 0x2079},
        {0x2080, 0x2089}, {0x2460, 0x2468}, {0x2474, 0x247C}, {0x2488, 0x2490}, {0x24EA, 0x24EA}, {0x24F5, 0x24FD},
        {0x24FF, 0x24FF}, {0x2776, 0x277E}, {0x2780, 0x2788}, {0x278A, 0x2792}, {0x1F100, 0x1F10A}
    };

    /** The one letter whose lower case depends on what is around it. */
    private static final int SIGMA = 0x3A3;

    /** The one letter that case folding leaves alone although its upper case is that of another. */
    private static final int DOTLESS_I = 0x131;

    private Characters() {}

    /** Whether there are characters and all of them pass. */
    static boolean all(String text, IntPredicate test) {
        return !text.isEmpty() && text.codePoints().allMatch(test);
    }

    static boolean isDecimal(int c) {
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
    }

    /** Decimal digits, and digits of other shapes such as superscripts and those in circles. */
    static boolean isDigit(int c) {
        if (isDecimal(c)) {
            return true;
        }
        for (int[] range : DIGITS) {
            if (c >= range[0] && c <= range[1]) {
                return true;
            }
        }
        return false;
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
        return text.isEmpty() ? text : recase(text, (c, index, before) -> index == 0 ? toTitle(c) : null);
    }

    /** Each letter after something without case in title case, all others lower. */
    public static String title(String text) {
        return recase(text, (c, index, before) -> isCased(before) ? null : toTitle(c));
    }

    /** What becomes of one character, given its index in UTF-16 units and the character before it; null for its lower case. */
    private interface Change {
        @Nullable
        String of(int c, int index, int before);
    }

    private static String recase(String text, Change change) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(text.length());
        int before = 0;
        int inLower = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(before)) {
            int c = text.codePointAt(i);
            int length = c < 0x80 || c == SIGMA ? 1 : toLower(c).length();
            String changed = change.of(c, i, before);
            out.append(changed != null ? changed : lower.substring(inLower, inLower + length));
            inLower += length;
            before = c;
        }
        return out.toString();
    }

    private static String toLower(int c) {
        return Character.toString(c).toLowerCase(Locale.ROOT);
    }

    private static String toUpper(int c) {
        return Character.toString(c).toUpperCase(Locale.ROOT);
    }

    /** Title case of one character; some, as the sharp s, become two. */
    private static String toTitle(int c) {
        if (Character.toTitleCase(c) != c || Character.isTitleCase(c)) {
            return Character.toString(Character.toTitleCase(c));
        }
        String upper = toUpper(c);
        int end = upper.offsetByCodePoints(0, 1);
        if (end < upper.length() && !isCased(upper.codePointAt(0))) {
            end = upper.offsetByCodePoints(end, 1);
        }
        return upper.substring(0, end) + upper.substring(end).toLowerCase(Locale.ROOT);
    }

    static String swapCase(String text) {
        return recase(text, (c, index, before) -> {
            if (Character.isUpperCase(c)) {
                return null;
            }
            return Character.isTitleCase(c) ? Character.toString(c) : toUpper(c);
        });
    }

    /** For comparison without regard to case: unlike lower case, also {@code ß} and {@code ss} become the same. */
    static String foldCase(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> out.append(
                        c == DOTLESS_I
                                ? Character.toString(c)
                                : toLower(c).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)));
        return out.toString();
    }
}
