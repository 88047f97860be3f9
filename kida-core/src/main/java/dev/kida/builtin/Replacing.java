package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Text;
import org.jspecify.annotations.Nullable;

/** {@code replace}: literal replacement from left to right. */
final class Replacing {

    private Replacing() {}

    /** How many occurrences to replace; -1 for all. */
    static int count(@Nullable Object argument) {
        if (argument == null) {
            return -1;
        }
        Integer count = Args.integerOrNull(argument);
        if (count == null && Text.isText(argument)) {
            Number parsed = NumberReader.parseInteger(argument.toString());
            count = Args.integerOrNull(parsed);
        }
        if (count == null) {
            throw TemplateRuntimeException.value("'count' of replace must be an integer, not " + Args.brief(argument));
        }
        return Math.max(-1, count);
    }

    static String replace(String text, String old, String replacement, int count) {
        if (count == 0) {
            return text;
        }
        if (old.isEmpty()) {
            return insertEverywhere(text, replacement, count);
        }
        if (count < 0) {
            return text.replace(old, replacement);
        }
        StringBuilder result = new StringBuilder(text.length() + 16);
        int position = 0;
        int left = count;
        int found = text.indexOf(old);
        while (found >= 0 && left-- > 0) {
            result.append(text, position, found).append(replacement);
            position = found + old.length();
            found = text.indexOf(old, position);
        }
        return result.append(text, position, text.length()).toString();
    }

    /** The empty text occurs before every character and at the end. */
    private static String insertEverywhere(String text, String inserted, int count) {
        StringBuilder result = new StringBuilder();
        int left = count;
        int position = 0;
        while (position < text.length() && left != 0) {
            int codePoint = text.codePointAt(position);
            result.append(inserted).appendCodePoint(codePoint);
            position += Character.charCount(codePoint);
            left--;
        }
        result.append(text, position, text.length());
        return left == 0 ? result.toString() : result.append(inserted).toString();
    }
}
