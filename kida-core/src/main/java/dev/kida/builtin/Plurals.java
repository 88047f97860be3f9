package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.Text;
import dev.kida.value.TextOps;
import dev.kida.value.Undefined;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@code pluralize}: picks the suffix of a word for a number. */
final class Plurals {

    private Plurals() {}

    /** {@code suffix} is the plural suffix alone, or the singular and the plural one with a comma between them. */
    static String suffix(@Nullable Object number, String suffix) {
        boolean singular = isOne(number);
        int comma = suffix.indexOf(',');
        if (comma < 0) {
            return singular ? "" : suffix;
        }
        if (singular) {
            return TextOps.strip(suffix.substring(0, comma), null);
        }
        int second = suffix.indexOf(',', comma + 1);
        return TextOps.strip(suffix.substring(comma + 1, second < 0 ? suffix.length() : second), null);
    }

    private static boolean isOne(@Nullable Object value) {
        if (value == null || value instanceof Undefined) {
            return false;
        }
        Number integer = value instanceof Number || value instanceof Boolean
                ? NumberReader.truncate(value)
                : Text.isText(value) ? NumberReader.parseInteger(value.toString()) : null;
        if (integer == null) {
            throw TemplateRuntimeException.value("pluralize needs a number, not " + Args.brief(value));
        }
        return integer instanceof BigInteger ? false : integer.longValue() == 1;
    }
}
