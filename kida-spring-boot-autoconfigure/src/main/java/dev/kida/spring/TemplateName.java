package dev.kida.spring;

/**
 * Decides which names may be joined to a resource prefix. A resource location is half path and half URL, so whatever either
 * of them gives a meaning to is refused: a name cannot climb out of the prefix, choose another scheme, or hide an escape.
 */
final class TemplateName {

    private static final int MAX_LENGTH = 1024;

    private static final String FORBIDDEN = "\\:%#?*<>|\"";

    private TemplateName() {}

    /** Whether the name is a relative path of plain segments. */
    static boolean isValid(String name) {
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            return false;
        }
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : '/';
            if (c == '/') {
                if (!isSegment(name, start, i)) {
                    return false;
                }
                start = i + 1;
            } else if (Character.isISOControl(c) || FORBIDDEN.indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Empty, dot and dot-dot segments end in nothing or a dot; some file systems also drop a trailing dot or blank. */
    private static boolean isSegment(String name, int start, int end) {
        if (start == end) {
            return false;
        }
        char last = name.charAt(end - 1);
        return last != '.' && last != ' ';
    }
}
