package dev.kida.render;

import org.jspecify.annotations.Nullable;

/**
 * Something a render may have to wait for.
 *
 * @param kind what it is
 * @param name the name of the model attribute, or null for a value that has none; of a section, the template and the line
 *     where it is written, such as {@code page.html:12}
 */
public record Awaited(Kind kind, @Nullable String name) {

    /** Kinds of waiting. */
    public enum Kind {
        /** A source of one value. */
        VALUE,
        /** A source of many items. */
        SEQUENCE,
        /** A deferred section of the page. */
        SECTION
    }
}
