package dev.kida.render;

import java.util.Map;

/**
 * Which of the values that a failing method hands over belongs to a name read at a place. A method uses its variables again
 * and again, so that the place counts.
 *
 * @param indexes the index of the value by {@link #key}; negative for an argument that stayed in the activation
 */
public record ReadNames(Map<String, Integer> indexes) {

    /** What names a read. */
    public static String key(int place, String name) {
        return place + " " + name;
    }
}
