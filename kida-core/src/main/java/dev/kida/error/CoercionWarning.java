package dev.kida.error;

/**
 * A filter, or the tag {@code cache}, was given something it cannot use and went on with a substitute: a text that is no
 * number, for instance.
 *
 * @param template the template's name as messages show it
 * @param line the line of the use
 * @param filter the name of the filter, function or tag
 * @param message what it was given
 */
public record CoercionWarning(String template, int line, String filter, String message) {

    /** The warning in one line, for a log. */
    @Override
    public String toString() {
        return template + ":" + line + ": " + filter + ": " + message;
    }
}
