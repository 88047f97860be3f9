package dev.kida.builtin;

import dev.kida.value.BoundMethod;
import dev.kida.value.CallContext;
import dev.kida.value.Calls;
import dev.kida.value.Sandbox;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.Truth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tests of htmx requests. The value is an object that knows the headers of a request, or the plain answer itself: a flag, or
 * the name of a target.
 */
final class HtmxTests {

    private static final Object MISSING = new Object();

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES = "hx_request hx_boosted hx_target";

    private HtmxTests() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "hx_request" ->
                Library.function(name, "value", (args, context) -> isOn(args[0], "HX-Request", context));
            case "hx_boosted" ->
                Library.function(name, "value", (args, context) -> isOn(args[0], "HX-Boosted", context));
            case "hx_target" ->
                Library.function(
                        name, "value, target", (args, context) -> isTarget(args[0], Text.of(args[1]), context));
            default -> throw Library.unknown(name);
        };
    }

    private static boolean isOn(@Nullable Object value, String header, CallContext context) {
        Object found = header(value, header, context);
        return found == MISSING ? Truth.of(value) : Text.of(found).equalsIgnoreCase("true");
    }

    private static boolean isTarget(@Nullable Object value, String target, CallContext context) {
        Object found = header(value, "HX-Target", context);
        return Text.of(found == MISSING ? value : found).equals(target);
    }

    /** A header of a request, null if it is not set; {@link #MISSING} if the value is no request. */
    private static @Nullable Object header(@Nullable Object value, String name, CallContext context) {
        if (value == null || value instanceof Map || Text.isText(value) || value instanceof Boolean) {
            return MISSING;
        }
        Object headers = Sandbox.find(value, "headers", MISSING, context.sandbox());
        if (headers == MISSING) {
            return called(value, "getHeader", name, context);
        }
        if (headers instanceof Map<?, ?> map) {
            return fromMap(map, name);
        }
        Object first = headers == null ? null : called(headers, "getFirst", name, context);
        return first != MISSING || headers == null ? first : orNull(called(headers, "get", name, context));
    }

    private static @Nullable Object orNull(@Nullable Object found) {
        return found == MISSING ? null : found;
    }

    /**
     * The result of a method with one text as argument, or with a second one that stands in for what is missing;
     * {@link #MISSING} if there is no such method.
     */
    private static @Nullable Object called(Object receiver, String method, String argument, CallContext context) {
        Object member = Sandbox.find(receiver, method, MISSING, context.sandbox());
        if (member == MISSING || !Calls.isCallable(member)) {
            return MISSING;
        }
        boolean withStandIn = member instanceof BoundMethod bound && !bound.takes(1) && bound.takes(2);
        return withStandIn ? context.call(member, argument, null) : context.call(member, argument);
    }

    /** Header names do not care about case; a header with several values counts by the first one. */
    private static @Nullable Object fromMap(Map<?, ?> headers, String name) {
        for (Map.Entry<?, ?> entry : headers.entrySet()) {
            if (name.equalsIgnoreCase(Text.of(entry.getKey()))) {
                Object value = entry.getValue();
                return value instanceof Iterable<?> values && values.iterator().hasNext()
                        ? values.iterator().next()
                        : value;
            }
        }
        return null;
    }
}
