package dev.kida.spring;

import dev.kida.render.RenderOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CSRF token as pages see it, in {@code csrf_token()} and as {@code _csrf}.
 *
 * @param parameterName the name of the form field
 * @param headerName the name of the header
 * @param token the token
 */
public record CsrfValues(String parameterName, String headerName, String token) {

    private static final String ATTRIBUTE = "_csrf";

    /** Whether the page may print the token, so that it has to be there before the page begins. */
    public static boolean areRead(RenderOptions options) {
        return PageTemplate.mayRead(options, "csrf_token", "csrf_field", "kida_forms", ATTRIBUTE);
    }

    /** Lets a page read the token. */
    public RenderOptions addTo(RenderOptions options, Map<String, @Nullable Object> model) {
        if (!(model.get(ATTRIBUTE) instanceof CsrfValues) && PageTemplate.mayRead(options, ATTRIBUTE)) {
            model.put(ATTRIBUTE, this);
        }
        return options.withMetadata("csrf_token", this);
    }

    /** Says nothing: a token does not belong into a log. */
    @Override
    public String toString() {
        return "CsrfValues[" + parameterName + "]";
    }
}
