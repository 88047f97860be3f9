package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.SafeHtml;
import dev.kida.value.Text;
import dev.kida.value.TextBound;
import org.jspecify.annotations.Nullable;

/** Translates and fills the message of a {@code trans} statement (spec 03 §23). */
final class Trans {

    private Trans() {}

    static String render(
            Activation activation,
            String singular,
            @Nullable String plural,
            String[] names,
            @Nullable Object[] values,
            boolean escape) {
        String message = plural == null
                ? activation.translate(singular)
                : activation.translatePlural(singular, plural, count(names, values));
        if (names.length == 0) {
            return escape ? Text.escape(message) : message;
        }
        return fill(message, names, values, activation.maxTextLength());
    }

    private static Object count(String[] names, @Nullable Object[] values) {
        Object count = value("count", names, values);
        return count == null ? 0L : count;
    }

    /** Replaces {@code %(name)s}, in the printf form: a literal percent sign is written twice. */
    private static String fill(String message, String[] names, @Nullable Object[] values, int bound) {
        StringBuilder out = new StringBuilder(message.length() + 32);
        int at = 0;
        while (true) {
            int percent = message.indexOf('%', at);
            if (percent < 0) {
                return out.append(message, at, message.length()).toString();
            }
            out.append(message, at, percent);
            if (message.startsWith("%%", percent)) {
                out.append('%');
                at = percent + 2;
                continue;
            }
            int close = message.startsWith("%(", percent) ? message.indexOf(")s", percent) : -1;
            if (close < 0) {
                throw TemplateRuntimeException.value(
                        "The message of trans has a '%' that is no placeholder: write '%%'");
            }
            String name = message.substring(percent + 2, close);
            out.append(placeholder(name, names, values, bound));
            TextBound.check(out.length(), bound);
            at = close + 2;
        }
    }

    private static String placeholder(String name, String[] names, @Nullable Object[] values, int bound) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                Object value = values[i];
                return value instanceof SafeHtml safe ? safe.toHtml() : Text.escape(Text.of(value, bound));
            }
        }
        throw new TemplateRuntimeException(
                ErrorCode.K_RUN_009, "The translation names '" + name + "', which trans does not bind");
    }

    private static @Nullable Object value(String name, String[] names, @Nullable Object[] values) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }
}
