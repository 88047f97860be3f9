package dev.kida.value;

import org.jspecify.annotations.Nullable;

/** A function made of a name, a signature and a lambda. */
record SimpleFunction(String name, Signature signature, Body body) implements TemplateFunction {

    @Override
    public @Nullable Object call(@Nullable Object[] arguments, CallContext context) {
        return body.call(arguments, context);
    }

    @Override
    public String toString() {
        return "<function " + name + ">";
    }
}
