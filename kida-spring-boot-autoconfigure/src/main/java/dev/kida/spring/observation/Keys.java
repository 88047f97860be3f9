package dev.kida.spring.observation;

import dev.kida.render.RenderOutcome;
import dev.kida.render.RenderStart;
import dev.kida.spring.WebStack;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values of keys and tags. */
final class Keys {

    private static final String NONE = "none";

    private Keys() {}

    static String view(RenderStart start) {
        return view(start.template());
    }

    static String view(@Nullable String template) {
        return template == null ? "inline" : template;
    }

    static String fragment(RenderStart start) {
        return start.blocks().isEmpty() ? NONE : String.join(",", start.blocks());
    }

    static String stack(RenderStart start) {
        WebStack stack = WebStack.of(start.options());
        return stack == null ? NONE : stack.name().toLowerCase(Locale.ROOT);
    }

    static String outcome(RenderOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    static String exception(@Nullable Throwable error) {
        return error == null ? NONE : error.getClass().getSimpleName();
    }

    static String orNone(@Nullable String value) {
        return value == null ? NONE : value;
    }
}
