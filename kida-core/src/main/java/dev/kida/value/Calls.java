package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import org.jspecify.annotations.Nullable;

/** Calls of values. */
public final class Calls {

    /** No named arguments. */
    public static final String[] NO_NAMES = {};

    /** No arguments. */
    public static final @Nullable Object[] NO_VALUES = {};

    private Calls() {}

    /**
     * Calls a value: a function or component of the engine, a method taken from a value, or a functional interface of the
     * model.
     *
     * @param names names of the named arguments
     * @param named their values
     * @throws TemplateRuntimeException {@code K-RUN-012} if the value cannot be called, or not with these arguments
     */
    public static @Nullable Object invoke(
            @Nullable Object callee,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            CallContext context) {
        if (callee instanceof TemplateFunction function) {
            @Nullable Object[] arguments = function.signature().bind(function.name(), positional, names, named);
            return Values.unwrap(function.call(arguments, context));
        }
        if (callee instanceof BoundMethod method) {
            return method.call(positional, names, named, context);
        }
        if (callee == null) {
            throw notCallable(null);
        }
        JavaMethods functional = Functions.of(callee);
        if (functional == null) {
            throw notCallable(callee);
        }
        return functional.invoke(callee, positional, names, named, context);
    }

    /** Calls a value with positional arguments. */
    public static @Nullable Object invoke(@Nullable Object callee, @Nullable Object[] positional, CallContext context) {
        return invoke(callee, positional, NO_NAMES, NO_VALUES, context);
    }

    /** Whether a value can be called. */
    public static boolean isCallable(@Nullable Object value) {
        return value instanceof TemplateFunction
                || value instanceof BoundMethod
                || (value != null && Functions.of(value) != null);
    }

    private static TemplateRuntimeException notCallable(@Nullable Object callee) {
        if (callee != null && Values.isAsync(callee)) {
            return Values.notAwaited(callee, "call");
        }
        return TemplateRuntimeException.type("A " + TypeNames.of(callee) + " value cannot be called");
    }
}
