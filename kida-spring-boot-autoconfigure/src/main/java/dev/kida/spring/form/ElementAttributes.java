package dev.kida.spring.form;

import dev.kida.value.Text;
import dev.kida.value.Undefined;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together the attributes of an element: those of a component, then those that its caller has asked for. */
final class ElementAttributes {

    private ElementAttributes() {}

    /**
     * Merges maps of attributes: later ones win, classes add up. An underscore in a name stands for a hyphen, so that
     * {@code hx_get="/rows"} can be a named argument.
     */
    static Map<String, @Nullable Object> merge(Iterable<?> maps) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        for (Object map : maps) {
            if (map instanceof Map<?, ?> attributes) {
                attributes.forEach((key, value) -> add(merged, Text.of(key).replace('_', '-'), value));
            }
        }
        return merged;
    }

    private static void add(Map<String, @Nullable Object> merged, String name, @Nullable Object value) {
        Object before = merged.get(name);
        if (name.equals("class") && isText(before) && isText(value)) {
            merged.put(name, Text.of(before) + " " + Text.of(value));
        } else {
            merged.put(name, value);
        }
    }

    private static boolean isText(@Nullable Object value) {
        return value != null
                && !(value instanceof Undefined)
                && Text.isText(value)
                && !Text.of(value).isEmpty();
    }
}
