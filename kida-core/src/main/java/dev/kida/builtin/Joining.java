package dev.kida.builtin;

import dev.kida.value.Markup;
import dev.kida.value.SafeHtml;
import dev.kida.value.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code join}: safe as soon as one part is safe; then the other parts are escaped. */
final class Joining {

    private Joining() {}

    static Object join(@Nullable Object value, @Nullable Object separator) {
        if (value == null) {
            return "";
        }
        List<@Nullable Object> items = Items.list(value, "join");
        boolean safe = separator instanceof SafeHtml || anySafe(items);
        if (safe) {
            return Markup.of(concatenate(items, Text.html(separator), true));
        }
        return concatenate(items, Text.of(separator), false);
    }

    private static boolean anySafe(List<@Nullable Object> items) {
        for (Object item : items) {
            if (item instanceof SafeHtml) {
                return true;
            }
        }
        return false;
    }

    private static String concatenate(List<@Nullable Object> items, String separator, boolean html) {
        StringBuilder result = new StringBuilder(items.size() * (separator.length() + 8));
        boolean first = true;
        for (Object item : items) {
            if (!first) {
                result.append(separator);
            }
            first = false;
            result.append(html ? Text.html(item) : Text.of(item));
        }
        return result.toString();
    }
}
