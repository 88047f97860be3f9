package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Arithmetic;
import dev.kida.value.Text;
import dev.kida.value.Values;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Adds up values. Texts are refused: there is {@code join} for them. */
final class Summing {

    private Summing() {}

    static @Nullable Object sum(Iterator<? extends @Nullable Object> items, @Nullable Object start) {
        Object total = start;
        while (items.hasNext()) {
            total = add(total, items.next());
        }
        return total;
    }

    static @Nullable Object add(@Nullable Object total, @Nullable Object given) {
        Object item = Values.unwrap(given);
        if (Text.isText(item) || Text.isText(total)) {
            throw TemplateRuntimeException.type("sum cannot add text", "Use the int or float filter, or join texts");
        }
        return Arithmetic.add(total, item);
    }
}
