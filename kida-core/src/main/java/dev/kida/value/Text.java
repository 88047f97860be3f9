package dev.kida.value;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a value looks like as text and as HTML. */
public final class Text {

    private Text() {}

    /**
     * The text form of a value: empty for null, digits for numbers, the language's notation for containers.
     *
     * @throws dev.kida.error.TemplateRuntimeException {@code K-RUN-012} for an asynchronous source
     */
    public static String of(@Nullable Object value) {
        if (value instanceof String s) {
            return s;
        }
        if (value == null) {
            return "";
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Double d) {
            return Floats.print(d);
        }
        if (value instanceof SafeHtml safe) {
            return safe.toHtml();
        }
        return ofOther(value);
    }

    /** As {@link #of(Object)}; the text of a list or map must not be longer than the bound. */
    public static String of(@Nullable Object value, int bound) {
        boolean container = value instanceof Collection
                || value instanceof Map
                || (value != null && value.getClass().isArray());
        return container && !(value instanceof SafeHtml) ? Repr.of(value, bound) : of(value);
    }

    private static String ofOther(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Float f) {
            return Floats.print(f);
        }
        if (value instanceof Collection
                || value instanceof Map
                || value.getClass().isArray()) {
            return Repr.of(value);
        }
        if (value instanceof TemplateFunction function) {
            return "<function " + function.name() + ">";
        }
        if (Values.isAsync(value)) {
            throw Values.notAwaited(value, "print");
        }
        Object content = Values.unwrap(value);
        return content == value ? string(value) : of(content);
    }

    /** {@code toString} of a value of the host, which may be null although it should not. */
    static String string(Object value) {
        String text = value.toString();
        return text == null ? "" : text;
    }

    /** The form a value has inside a container: text is quoted, null is {@code null}. */
    public static String repr(@Nullable Object value) {
        return Repr.of(value);
    }

    /** The beginning of that form, for messages; of a large value, not all of the rest is made. */
    public static String reprStart(@Nullable Object value, int characters) {
        return Repr.start(value, characters);
    }

    /** The text form of a float: the shortest digits that read back. */
    public static String ofDouble(double value) {
        return Floats.print(value);
    }

    /** The HTML form of a value: safe values as they are, everything else as escaped text. */
    public static String html(@Nullable Object value) {
        if (value instanceof SafeHtml safe) {
            return safe.toHtml();
        }
        if (value instanceof Boolean || Numbers.isNumber(value)) {
            return of(value);
        }
        if (value instanceof Optional<?> optional) {
            return html(optional.orElse(null));
        }
        return escape(of(value));
    }

    /** Escapes {@code & < > " '} and removes NUL. */
    public static String escape(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (isSpecial(text.charAt(i))) {
                return escapeFrom(text, i);
            }
        }
        return text;
    }

    private static boolean isSpecial(char c) {
        return c <= '>' && (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' || c == 0);
    }

    private static String escapeFrom(String text, int first) {
        int length = text.length();
        StringBuilder out = new StringBuilder(length + 16).append(text, 0, first);
        for (int i = first; i < length; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case 0 -> {} // NUL is not allowed in HTML
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** Whether a value is text: a string, markup, any other character sequence or a single character. */
    public static boolean isText(@Nullable Object value) {
        return value instanceof String || value instanceof CharSequence || value instanceof Character;
    }

    /** The string of a text value; null if the value is not text. */
    public static @Nullable String textOrNull(@Nullable Object value) {
        if (value instanceof String s) {
            return s;
        }
        return value instanceof CharSequence || value instanceof Character ? string(value) : null;
    }
}
