package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Text;
import org.jspecify.annotations.Nullable;

/** Conversions of values to numbers, shared by filters and global functions. */
final class Conversions {

    private Conversions() {}

    /** The integer that a number, boolean or text stands for; null when there is none. */
    static @Nullable Number integerOrNull(@Nullable Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            Number integer = NumberReader.truncate(value);
            if (integer == null && value instanceof Number number && Double.isInfinite(number.doubleValue())) {
                throw TemplateRuntimeException.value("cannot convert infinity to an integer");
            }
            return integer;
        }
        return Text.isText(value) && value != null ? NumberReader.parseInteger(value.toString()) : null;
    }
}
