package dev.kida.analyze;

import java.util.List;
import java.util.Locale;

/** Follows the beginning of a URL until it is clear whether it can run a script. */
final class UrlStart {

    /** Nothing that follows can make the URL a script. */
    static final String HARMLESS = "/";

    /** The URL is a script. */
    static final String SCRIPT = "!";

    private static final List<String> DANGEROUS = List.of("javascript:", "vbscript:", "data:");

    private UrlStart() {}

    /** Whether what follows decides what kind of URL it is. */
    static boolean isOpen(String start) {
        return !start.equals(HARMLESS) && !start.equals(SCRIPT);
    }

    static String read(String start, char c) {
        if (!isOpen(start) || c <= ' ') {
            return start;
        }
        if (start.equals("data:")) {
            return c == '/' ? HARMLESS : start; // the kind of data is written out, as in data:image/png
        }
        String more = start + Character.toLowerCase(c);
        if (!isDangerous(more)) {
            return HARMLESS;
        }
        return more.endsWith("script:") ? SCRIPT : more;
    }

    private static boolean isDangerous(String start) {
        for (String scheme : DANGEROUS) {
            if (scheme.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text settles what kind of URL it begins. */
    static boolean isSettledBy(String text) {
        String start = "";
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            start = read(start, c);
        }
        return start.equals(HARMLESS);
    }
}
