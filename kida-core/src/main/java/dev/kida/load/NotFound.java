package dev.kida.load;

import dev.kida.error.TemplateNotFoundException;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions of this package, with names in a form that is fit for a log. */
final class NotFound {

    private static final int LONGEST_SHOWN = 120;

    private NotFound() {}

    static TemplateNotFoundException because(String name, String reason) {
        return because(name, reason, null, null);
    }

    static TemplateNotFoundException because(
            String name, String reason, @Nullable String suggestion, @Nullable Throwable cause) {
        String shown = shown(name);
        return new TemplateNotFoundException(shown, "Template '" + shown + "' not found" + reason, suggestion, cause);
    }

    /** The name without control characters, which could forge lines of a log, and cut to a readable length. */
    static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < name.length() && shown.length() < LONGEST_SHOWN; i++) {
            char c = name.charAt(i);
            shown.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '\uFFFD' : c);
        }
        return shown.length() < name.length() ? shown + "…" : shown.toString();
    }
}
