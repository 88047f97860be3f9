package dev.kida.error;

import org.jspecify.annotations.Nullable;

/**
 * A place the rendering passed through on its way to an error.
 *
 * @param template name of the template
 * @param line 1-based line, or 0 when it is not known
 * @param component name of the component called from there, or null for an entry of the template stack
 */
public record StackEntry(
        String template, int line, @Nullable String component) {

    @Override
    public String toString() {
        String place = line > 0 ? template + ":" + line : template;
        return component == null ? place : place + " → " + component + "()";
    }
}
