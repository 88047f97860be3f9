package dev.kida.error;

import org.jspecify.annotations.Nullable;

/**
 * Something a template probably does not mean; it compiles nevertheless.
 *
 * @param code the stable code
 * @param message what is suspicious, in one line
 * @param template name of the template
 * @param line 1-based line
 * @param column 0-based column, or -1 when it is not known
 * @param suggestion what to write instead, or null
 */
public record TemplateWarning(
        ErrorCode code,
        String message,
        String template,
        int line,
        int column,
        @Nullable String suggestion) {

    /** The warning in one line, for a log. */
    @Override
    public String toString() {
        String text = "[" + code + "] " + message + " (" + template + ":" + line + ")";
        return suggestion == null ? text : text + " " + suggestion;
    }
}
