package dev.kida.builtin;

import dev.kida.value.CallContext;
import dev.kida.value.Numbers;
import dev.kida.value.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code unique}, and the keys by which items count as the same. */
final class Uniqueness {

    private static final double LONG_RANGE = 9.2e18;

    private Uniqueness() {}

    static List<@Nullable Object> unique(
            @Nullable Object value, boolean caseSensitive, @Nullable Object attribute, CallContext context) {
        AttributePath path = attribute == null ? null : AttributePath.of(attribute, context);
        Set<@Nullable Object> seen = new HashSet<>();
        List<@Nullable Object> result = new ArrayList<>();
        Iterator<@Nullable Object> items = Items.of(value, "unique");
        while (items.hasNext()) {
            Object item = items.next();
            if (seen.add(key(path == null ? item : path.read(item, null), !caseSensitive))) {
                result.add(item);
            }
        }
        return result;
    }

    /** Something with {@code equals} and {@code hashCode} that is the same for values which templates find equal. */
    static @Nullable Object key(@Nullable Object value, boolean ignoreCase) {
        String text = Text.textOrNull(value);
        if (text != null) {
            return ignoreCase ? Texts.lower(text) : text;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> keys = new ArrayList<>(list.size());
            for (Object item : list) {
                keys.add(key(item, false));
            }
            return keys;
        }
        Object number = Numbers.normalize(value);
        return number == null ? value : numberKey(number);
    }

    private static Object numberKey(Object number) {
        if (number instanceof Double d) {
            boolean whole = d == Math.rint(d) && Math.abs(d) < LONG_RANGE;
            return whole ? (Object) d.longValue() : d;
        }
        if (number instanceof BigDecimal decimal) {
            BigDecimal plain = decimal.stripTrailingZeros();
            return plain.scale() <= 0 && plain.precision() - plain.scale() < 19
                    ? (Object) plain.longValue()
                    : (Object) plain;
        }
        return number instanceof BigInteger ? number : ((Number) number).longValue();
    }
}
