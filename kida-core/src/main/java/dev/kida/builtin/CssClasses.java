package dev.kida.builtin;

import dev.kida.value.Iteration;
import dev.kida.value.Text;
import dev.kida.value.TextOps;
import dev.kida.value.Truth;
import java.util.Iterator;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** {@code classes}: the value of a class attribute from its parts. */
final class CssClasses {

    private CssClasses() {}

    static String join(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (Text.isText(value) || !Iteration.isIterable(value)) {
            return TextOps.strip(Text.of(value), null);
        }
        StringJoiner result = new StringJoiner(" ");
        addAll(result, value, true);
        return result.toString();
    }

    /** Adds the truthy members of a list, and the keys of a map whose values are truthy. */
    private static void addAll(StringJoiner result, Object value, boolean flatten) {
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (Truth.of(entry.getValue())) {
                    result.add(Text.of(entry.getKey()));
                }
            }
            return;
        }
        Iterator<? extends @Nullable Object> items = Iteration.iterate(value);
        while (items.hasNext()) {
            Object item = items.next();
            if (item == null || !Truth.of(item)) {
                continue;
            }
            if (flatten && !Text.isText(item) && Iteration.isIterable(item)) {
                addAll(result, item, false);
            } else {
                result.add(Text.of(item));
            }
        }
    }
}
