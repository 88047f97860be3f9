package dev.kida.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formatting of values into patterns: {@code '{:>5}'.format(x)} and {@code '%05d' % n}. */
public final class ValueFormat {

    private ValueFormat() {}

    /**
     * Fills the fields {@code {}}, {@code {0}} and {@code {name}} of a pattern. Fields do not reach into their values.
     *
     * @throws dev.kida.error.TemplateRuntimeException {@code K-RUN-007} for a malformed pattern or a missing positional
     *     value, {@code K-RUN-009} for an unknown name
     */
    public static String format(String pattern, @Nullable Object[] positional, Map<String, @Nullable Object> named) {
        return format(pattern, positional, named, TextBound.NONE);
    }

    /** As {@link #format(String, Object[], Map)}, for a result of no more characters than the bound. */
    public static String format(
            String pattern, @Nullable Object[] positional, Map<String, @Nullable Object> named, int bound) {
        return new BraceFormat(pattern, positional, named, false, bound).run();
    }

    /** As the others, for a pattern that is HTML: everything put in is escaped unless it is safe. */
    static String formatHtml(
            String pattern, @Nullable Object[] positional, Map<String, @Nullable Object> named, int bound) {
        return new BraceFormat(pattern, positional, named, true, bound).run();
    }

    /** One value in the form that a specification such as {@code >10.2f} asks for. */
    public static String format(@Nullable Object value, String specification) {
        return FormatSpec.parse(specification).format(value);
    }

    /**
     * {@code pattern % values}: a tuple holds several values, a map named ones, anything else is the only value. The result
     * is markup if the pattern is.
     *
     * @throws dev.kida.error.TemplateRuntimeException {@code K-RUN-012} if values and fields do not match
     */
    public static Object printf(@Nullable Object pattern, @Nullable Object values) {
        return printf(pattern, values, TextBound.NONE);
    }

    /** As {@link #printf(Object, Object)}, for a result of no more characters than the bound. */
    public static Object printf(@Nullable Object pattern, @Nullable Object values, int bound) {
        boolean html = pattern instanceof SafeHtml;
        String result = new Printf(Text.of(pattern), values, html, bound).run();
        return html ? Markup.of(result) : result;
    }

    /** A formatted piece as it goes into the result. */
    static String piece(@Nullable Object value, FormatSpec specification, boolean html) {
        String text = specification.format(value);
        return html && !(value instanceof SafeHtml && specification.keepsText()) ? Text.escape(text) : text;
    }
}
