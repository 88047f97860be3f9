package dev.kida.spring;

import dev.kida.render.RenderOptions;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a render knows of its request. Values only: the request, the response, the session and the application context are
 * not among them.
 *
 * @param method the HTTP method
 * @param path the path within the application, decoded by nobody
 * @param contextPath what the paths of the application's URLs begin with, "" for nothing
 * @param query the query as it was sent, null for none
 * @param locale the locale of the response, null for the engine's
 * @param zone the time zone of the user, null for the engine's
 * @param headers the value of a request header by name, null when it is absent
 * @param urls what the application does to URLs before they are printed, such as adding a session id
 */
public record RequestFacts(
        String method,
        String path,
        String contextPath,
        @Nullable String query,
        @Nullable Locale locale,
        @Nullable TimeZone zone,
        Headers headers,
        UnaryOperator<String> urls) {

    /** The render attribute under which functions find the facts. */
    public static final Object KEY = Key.FACTS;

    /** Adds the facts to options. */
    public RenderOptions addTo(RenderOptions options) {
        RenderOptions result = options.withAttribute(KEY, this);
        if (locale != null) {
            result = result.withLocale(locale);
        }
        if (zone != null) {
            result = result.withZone(zone.toZoneId());
        }
        return Htmx.addTo(result, headers);
    }

    private enum Key {
        FACTS
    }

    /** Looks up a request header. */
    @FunctionalInterface
    public interface Headers {

        /** The first value of the header, or null. */
        @Nullable
        String get(String name);
    }
}
