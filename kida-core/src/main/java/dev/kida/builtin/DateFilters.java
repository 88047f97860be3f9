package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CallContext;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code date}: prints dates and times by {@code strftime} directives, or by a pattern of {@link DateTimeFormatter} when
 * there is no {@code %} in it.
 */
final class DateFilters {

    /** Patterns may come from data, so the cache must not grow without end. */
    private static final int MAX_CACHED = 256;

    private static final Map<String, StrftimePattern> STRFTIME = new ConcurrentHashMap<>();

    private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES = "date";

    private DateFilters() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "date" ->
                Library.function(
                        name, "value, format='%Y-%m-%d'", (args, context) -> print(args[0], Text.of(args[1]), context));
            default -> throw Library.unknown(name);
        };
    }

    private static String print(@Nullable Object value, String format, CallContext context) {
        if (value == null) {
            return "";
        }
        Moment moment;
        try {
            moment = Moment.of(value, context.zone());
        } catch (DateTimeException | ArithmeticException e) {
            context.warn("date", Args.brief(value) + " is out of range");
            return "";
        }
        if (moment == null) {
            return "";
        }
        Locale locale = context.locale().getLanguage().isEmpty() ? Locale.ENGLISH : context.locale();
        if (format.indexOf('%') >= 0) {
            return cached(STRFTIME, format, format, StrftimePattern::parse).print(moment, locale);
        }
        try {
            DateTimeFormatter formatter = cached(
                    FORMATTERS,
                    locale.toLanguageTag() + ' ' + format,
                    format,
                    pattern -> DateTimeFormatter.ofPattern(pattern, locale));
            return formatter.format(moment.zoned());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw TemplateRuntimeException.value("invalid date format " + Args.brief(format) + ": " + e.getMessage());
        }
    }

    private static <T> T cached(Map<String, T> cache, String key, String format, Function<String, T> compiler) {
        T known = cache.get(key);
        if (known != null) {
            return known;
        }
        T compiled = compiler.apply(format);
        if (cache.size() >= MAX_CACHED) {
            cache.clear();
        }
        cache.put(key, compiled);
        return compiled;
    }
}
