package dev.kida.builtin;

import dev.kida.value.CallContext;
import dev.kida.value.Iteration;
import dev.kida.value.Text;
import dev.kida.value.TextBound;
import dev.kida.value.TextOps;
import dev.kida.value.Truth;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code classes}: the value of a class attribute from its parts. */
final class CssClasses {

    private final StringBuilder result = new StringBuilder();
    private final int bound;
    private boolean first = true;

    private CssClasses(int bound) {
        this.bound = bound;
    }

    static String join(@Nullable Object value, CallContext context) {
        if (value == null) {
            return "";
        }
        if (Text.isText(value) || !Iteration.isIterable(value)) {
            return TextOps.strip(Text.of(value), null);
        }
        CssClasses classes = new CssClasses(context.maxTextLength());
        classes.addAll(value, true);
        return classes.result.toString();
    }

    /** Adds the truthy members of a list, and the keys of a map whose values are truthy. */
    private void addAll(Object value, boolean flatten) {
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (Truth.of(entry.getValue())) {
                    add(entry.getKey());
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
                addAll(item, false);
            } else {
                add(item);
            }
        }
    }

    private void add(@Nullable Object name) {
        result.append(first ? "" : " ").append(Text.of(name));
        first = false;
        TextBound.check(result.length(), bound);
    }
}
