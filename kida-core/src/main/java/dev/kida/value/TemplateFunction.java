package dev.kida.value;

import org.jspecify.annotations.Nullable;

/**
 * Something a template can call: a global function, a filter (whose first argument is the value before the pipe), a test
 * or a component.
 */
public interface TemplateFunction {

    /** The parameters. */
    Signature signature();

    /**
     * Calls the function.
     *
     * @param arguments one value per parameter in the order of the signature, defaults filled in; surplus positional
     *     arguments arrive as a {@link Tuple}, surplus named ones as a map
     */
    @Nullable
    Object call(@Nullable Object[] arguments, CallContext context);

    /** The name for messages. */
    default String name() {
        return "function";
    }

    /** Whether this is a component ({@code def}) of a template rather than a function of the host. */
    default boolean isComponent() {
        return false;
    }

    /** A function from its parts. */
    static TemplateFunction of(String name, Signature signature, Body body) {
        return new SimpleFunction(name, signature, body);
    }

    /** What a function does with its bound arguments. */
    @FunctionalInterface
    interface Body {
        /** See {@link TemplateFunction#call}. */
        @Nullable
        Object call(@Nullable Object[] arguments, CallContext context);
    }
}
