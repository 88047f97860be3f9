package dev.kida.builtin;

import org.jspecify.annotations.Nullable;

/**
 * Decides what an object of the host looks like in JSON.
 *
 * <p>Asked for every value that JSON itself does not know: not for null, booleans, numbers, texts, maps, lists and arrays.
 */
@FunctionalInterface
public interface JsonEncoder {

    /**
     * What to write for a value.
     *
     * @return a map, list, text, number, boolean or null; or the value itself to leave it to the default: records and
     *     beans by their components and properties, enums by name, dates in ISO-8601, everything else by its text
     */
    @Nullable
    Object encode(Object value);
}
