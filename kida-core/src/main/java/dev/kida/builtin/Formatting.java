package dev.kida.builtin;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CallContext;
import dev.kida.value.Text;
import dev.kida.value.ValueFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code format}: brace-style formatting. */
final class Formatting {

    private static final Pattern PERCENT_FIELD = Pattern.compile("%[-+#0]*\\d*(?:\\.\\d+)?[sdifeEgGxXorc]");

    private Formatting() {}

    static String format(
            @Nullable Object value, @Nullable Object positional, @Nullable Object named, CallContext context) {
        String text = Text.of(value);
        @Nullable Object[] values = positional instanceof List<?> list ? list.toArray() : new Object[0];
        Map<String, @Nullable Object> names = new LinkedHashMap<>();
        if (named instanceof Map<?, ?> map) {
            map.forEach((name, argument) -> names.put(String.valueOf(name), argument));
        }
        boolean hasArguments = values.length > 0 || !names.isEmpty();
        if (hasArguments && text.indexOf('{') < 0 && PERCENT_FIELD.matcher(text).find()) {
            throw new TemplateRuntimeException(
                    ErrorCode.K_RUN_007,
                    "format does not know %-fields: " + Args.brief(text),
                    null,
                    "Write {} for a value, as in '{:.2f}' | format(price)");
        }
        return ValueFormat.format(text, values, names, context.maxTextLength());
    }
}
