package dev.kida.builtin;

import dev.kida.value.CallContext;
import dev.kida.value.Markup;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.Undefined;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Global functions that read the metadata of a render: the request, security tokens, translations. */
final class RequestGlobals {

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES = "consume _ _n hx_request hx_boosted hx_target hx_trigger csp_nonce csrf_token";

    private RequestGlobals() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "consume" ->
                Library.function(
                        name, "key, default=null", (args, context) -> context.consume(Text.of(args[0]), args[1]));
            case "_" -> Library.function(name, "message", (args, context) -> context.translate(Text.of(args[0])));
            case "_n" ->
                Library.function(
                        name,
                        "one, many, n",
                        (args, context) -> context.translatePlural(Text.of(args[0]), Text.of(args[1]), args[2]));
            default -> request(name);
        };
    }

    private static TemplateFunction request(String name) {
        return switch (name) {
            case "hx_request" -> Library.function(name, "", (args, context) -> flag(context.meta("hx_request")));
            case "hx_boosted" -> Library.function(name, "", (args, context) -> flag(context.meta("hx_boosted")));
            case "hx_target" -> Library.function(name, "", (args, context) -> context.meta("hx_target"));
            case "hx_trigger" -> Library.function(name, "", (args, context) -> context.meta("hx_trigger"));
            case "csp_nonce" -> Library.function(name, "", (args, context) -> Text.of(context.meta("csp_nonce")));
            case "csrf_token" -> Library.function(name, "", (args, context) -> csrfField(context));
            default -> throw Library.unknown(name);
        };
    }

    private static Object flag(@Nullable Object value) {
        return value == null ? false : value;
    }

    /** A hidden field with the token: a text, or an object or map with {@code parameterName} and {@code token}. */
    private static Markup csrfField(CallContext context) {
        Object meta = context.meta("csrf_token");
        // A supplier is a token that need not be made before a form asks for it.
        Object token = meta instanceof Supplier<?> supplier ? supplier.get() : meta;
        if (token == null || token instanceof Undefined) {
            return noToken(context);
        }
        if (Text.isText(token)) {
            return field("csrf_token", Text.of(token));
        }
        Object name = AttributePath.trusted("parameterName").read(token, "csrf_token");
        Object value = AttributePath.trusted("token").read(token, null);
        return value == null ? noToken(context) : field(Text.of(name), Text.of(value));
    }

    private static Markup noToken(CallContext context) {
        context.warn("csrf_token", "the render has no CSRF token");
        return Markup.EMPTY;
    }

    private static Markup field(String name, String value) {
        return Markup.of(
                "<input type=\"hidden\" name=\"" + Text.escape(name) + "\" value=\"" + Text.escape(value) + "\">");
    }
}
