package dev.kida.builtin;

import dev.kida.value.CodePoints;
import java.util.Locale;

/** What the built-ins need to do with texts beyond what {@link String} offers. */
final class Texts {

    private Texts() {}

    /** The first {@code count} code points, or the whole text when it is shorter. */
    static String prefix(String text, int count) {
        if (count <= 0) {
            return "";
        }
        boolean shorter = text.length() <= count || CodePoints.length(text) <= count;
        return shorter ? text : text.substring(0, CodePoints.offset(text, count));
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** A short form of a text for messages. */
    static String brief(String text) {
        return text.length() <= 40 ? text : prefix(text, 40) + "…";
    }
}
