package dev.kida.spring;

import dev.kida.render.RenderOptions;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What a render knows of its request.
 *
 * @param locale the locale of the response, null for the engine's
 * @param zone the time zone of the user, null for the engine's
 * @param headers the value of a request header by name, null when it is absent
 */
public record RequestFacts(
        @Nullable Locale locale, @Nullable TimeZone zone, Headers headers) {

    /** Adds the facts to options. */
    public RenderOptions addTo(RenderOptions options) {
        RenderOptions result = options;
        if (locale != null) {
            result = result.withLocale(locale);
        }
        if (zone != null) {
            result = result.withZone(zone.toZoneId());
        }
        if (headers.get("HX-Request") != null) {
            result = result.withMetadata("hx_request", isTrue("HX-Request"))
                    .withMetadata("hx_boosted", isTrue("HX-Boosted"))
                    .withMetadata("hx_target", headers.get("HX-Target"))
                    .withMetadata("hx_trigger", headers.get("HX-Trigger"));
        }
        return result;
    }

    private boolean isTrue(String header) {
        return "true".equalsIgnoreCase(headers.get(header));
    }

    /** Looks up a request header. */
    @FunctionalInterface
    public interface Headers {

        /** The first value of the header, or null. */
        @Nullable
        String get(String name);
    }
}
