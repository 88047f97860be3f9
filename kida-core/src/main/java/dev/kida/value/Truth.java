package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which values count as true. */
public final class Truth {

    private Truth() {}

    /**
     * False for null, false, zero, everything empty and the undefined value; true for the rest.
     *
     * @throws TemplateRuntimeException {@code K-RUN-012} for an asynchronous value, whose content is not known
     */
    public static boolean of(@Nullable Object value) {
        if (value instanceof Boolean b) {
            return b;
        }
        if (value == null || value == Undefined.INSTANCE) {
            return false;
        }
        if (value instanceof String s) {
            return !s.isEmpty();
        }
        if (value instanceof Number number) {
            return ofNumber(number);
        }
        if (value instanceof Collection<?> collection) {
            return !collection.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        if (value instanceof CharSequence text) {
            return text.length() > 0;
        }
        return ofOther(value);
    }

    private static boolean ofNumber(Number number) {
        if (number instanceof Long || number instanceof Integer) {
            return number.longValue() != 0;
        }
        if (number instanceof Double || number instanceof Float) {
            return number.doubleValue() != 0;
        }
        if (number instanceof BigDecimal decimal) {
            return decimal.signum() != 0;
        }
        if (number instanceof BigInteger big) {
            return big.signum() != 0;
        }
        return Numbers.normalize(number) instanceof Long n ? n != 0 : true;
    }

    private static boolean ofOther(Object value) {
        if (value.getClass().isArray()) {
            return Array.getLength(value) > 0;
        }
        Values.requireAwaited(value, "test");
        Object content = Values.unwrap(value);
        return content == value || of(content);
    }
}
