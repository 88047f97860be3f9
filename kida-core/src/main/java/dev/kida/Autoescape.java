package dev.kida;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which templates escape when nothing else is configured (spec 08 §2). */
final class Autoescape {

    private static final String SUFFIX = ".kida";
    private static final Set<String> MARKUP = Set.of("html", "htm", "xhtml", "xml", "svg");

    private Autoescape() {}

    /** All templates do, except that a name ending in {@code .kida} follows the extension before it. */
    static boolean byName(@Nullable String name) {
        if (name == null || !name.endsWith(SUFFIX)) {
            return true;
        }
        String inner = name.substring(name.lastIndexOf('/') + 1, name.length() - SUFFIX.length());
        int dot = inner.lastIndexOf('.');
        return dot >= 0 && MARKUP.contains(inner.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
