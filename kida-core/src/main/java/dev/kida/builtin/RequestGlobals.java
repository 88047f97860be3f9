package dev.kida.builtin;

import dev.kida.value.CallContext;
import dev.kida.value.Markup;
import dev.kida.value.Text;
import dev.kida.value.Undefined;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Global functions that read the metadata of a render: the request, security tokens, translations. */
final class RequestGlobals {

    private RequestGlobals() {}

    static void register(Library globals) {
        registerRequest(globals);
        globals.add("consume", "key, default=null", (args, context) -> context.consume(Text.of(args[0]), args[1]))
                .add("_", "message", (args, context) -> context.translate(Text.of(args[0])))
                .add(
                        "_n",
                        "one, many, n",
                        (args, context) -> context.translatePlural(Text.of(args[0]), Text.of(args[1]), args[2]));
    }

    private static void registerRequest(Library globals) {
        globals.add("hx_request", "", (args, context) -> flag(context.meta("hx_request")))
                .add("hx_boosted", "", (args, context) -> flag(context.meta("hx_boosted")))
                .add("hx_target", "", (args, context) -> context.meta("hx_target"))
                .add("hx_trigger", "", (args, context) -> context.meta("hx_trigger"))
                .add("csp_nonce", "", (args, context) -> Text.of(context.meta("csp_nonce")))
                .add("csrf_token", "", (args, context) -> csrfField(context));
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
