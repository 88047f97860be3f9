package dev.kida.builtin;

/** {@code capitalize} and {@code title}. */
final class Casing {

    private Casing() {}

    /** First character in title case, all others lower. */
    static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int end = text.offsetByCodePoints(0, 1);
        return titleCase(text.substring(0, end)) + Texts.lower(text.substring(end));
    }

    /** Every letter after a non-letter in title case, every other letter lower. */
    static String title(String text) {
        StringBuilder result = new StringBuilder(text.length());
        int position = 0;
        while (position < text.length()) {
            int start = position;
            position = wordEnd(text, start);
            if (position == start) {
                int codePoint = text.codePointAt(start);
                result.appendCodePoint(codePoint);
                position += Character.charCount(codePoint);
            } else {
                result.append(capitalize(text.substring(start, position)));
            }
        }
        return result.toString();
    }

    private static int wordEnd(String text, int start) {
        int position = start;
        while (position < text.length()) {
            int codePoint = text.codePointAt(position);
            if (!Character.isLetter(codePoint)) {
                break;
            }
            position += Character.charCount(codePoint);
        }
        return position;
    }

    /** Title case of one character; some, as the sharp s, become two. */
    private static String titleCase(String character) {
        int codePoint = character.codePointAt(0);
        int title = Character.toTitleCase(codePoint);
        if (title != codePoint) {
            return Character.toString(title);
        }
        String upper = Texts.upper(character);
        int end = upper.offsetByCodePoints(0, 1);
        return upper.substring(0, end) + Texts.lower(upper.substring(end));
    }
}
