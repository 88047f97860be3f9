package dev.kida.builtin;

import dev.kida.error.RequiredValueException;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CallContext;
import dev.kida.value.Sandbox;
import dev.kida.value.SandboxPolicy;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.Truth;
import dev.kida.value.TypeNames;
import dev.kida.value.Undefined;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Filters that look at a value or into it: defaults, checks, attributes and keys. */
final class AccessFilters {

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES = "default d require attr get typeof";

    private AccessFilters() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "default", "d" ->
                Library.function(
                        "default",
                        "value, default_value|default='', boolean=false",
                        (args, context) -> orDefault(args[0], args[1], Truth.of(args[2])));
            case "require" ->
                Library.function(
                        name,
                        "value, message=null, field_name=null",
                        (args, context) -> require(args[0], args[1], args[2]));
            case "attr" ->
                Library.function(name, "value, name", (args, context) -> AttributePath.of(args[1], context)
                        .read(args[0], ""));
            case "get" ->
                Library.function(
                        name, "value, key, default=null", (args, context) -> get(args[0], args[1], args[2], context));
            case "typeof" -> Library.function(name, "value", (args, context) -> TypeNames.of(args[0]));
            default -> throw Library.unknown(name);
        };
    }

    private static @Nullable Object orDefault(@Nullable Object value, @Nullable Object standIn, boolean falsyToo) {
        boolean missing = value == null || value instanceof Undefined || (falsyToo && !Truth.of(value));
        return missing ? standIn : value;
    }

    private static Object require(@Nullable Object value, @Nullable Object message, @Nullable Object field) {
        if (value != null && !(value instanceof Undefined)) {
            return value;
        }
        String name = field == null ? null : Text.of(field);
        String summary =
                message != null ? Text.of(message) : "Required value '" + (name == null ? "value" : name) + "' is none";
        throw new RequiredValueException(name, summary);
    }

    private static @Nullable Object get(
            @Nullable Object value, @Nullable Object key, @Nullable Object standIn, CallContext context) {
        SandboxPolicy policy = context.sandbox();
        String name = policy == null ? null : Text.textOrNull(key);
        if (name != null) {
            Sandbox.checkName(name);
        }
        if (value == null || value instanceof Undefined) {
            return standIn;
        }
        if (value instanceof Map<?, ?> map) {
            if (policy != null) {
                Sandbox.checkAttribute(policy, map, key);
            }
            return MapKeys.get(map, key, standIn);
        }
        if (value instanceof Collection<?> && !(value instanceof Set)) {
            Integer index = Args.integerOrNull(key);
            return index == null ? standIn : element(Items.list(value, "get"), index, standIn);
        }
        if (!Text.isText(key) || key == null) {
            throw TemplateRuntimeException.type("get needs a text as key, not " + TypeNames.of(key));
        }
        return AttributePath.literal(key.toString(), context).read(value, standIn);
    }

    private static @Nullable Object element(List<?> list, int index, @Nullable Object standIn) {
        int position = index < 0 ? index + list.size() : index;
        return position < 0 || position >= list.size() ? standIn : list.get(position);
    }
}
