package dev.kida.render;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the life of a cached fragment: seconds, or text such as {@code 5m} (spec 03 §19, 07 §6). */
final class Ttl {

    private static final Pattern TEXT = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*([smhd]?)\\s*");

    private Ttl() {}

    /** The duration, or null when the value says none and the default holds. */
    static @Nullable Duration of(@Nullable Object value) {
        if (value instanceof Number number) {
            double seconds = number.doubleValue();
            return seconds >= 0 && seconds < Long.MAX_VALUE ? seconds(BigDecimal.valueOf(seconds)) : null;
        }
        if (!(value instanceof CharSequence text)) {
            return null;
        }
        Matcher matcher = TEXT.matcher(text.toString().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return null;
        }
        int unit =
                switch (matcher.group(2)) {
                    case "m" -> 60;
                    case "h" -> 3600;
                    case "d" -> 86400;
                    default -> 1;
                };
        return seconds(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)));
    }

    private static @Nullable Duration seconds(BigDecimal seconds) {
        BigDecimal nanos = seconds.movePointRight(9);
        return nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0 ? null : Duration.ofNanos(nanos.longValue());
    }
}
