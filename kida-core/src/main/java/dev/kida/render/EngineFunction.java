package dev.kida.render;

import dev.kida.value.CallContext;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import org.jspecify.annotations.Nullable;

/** A function that the language itself provides in some place, such as {@code has_slot} or {@code loop.cycle}. */
record EngineFunction(String name, Signature signature, TemplateFunction.Body body) implements TemplateFunction {

    @Override
    public @Nullable Object call(@Nullable Object[] arguments, CallContext context) {
        return body.call(arguments, context);
    }

    @Override
    public String toString() {
        return "<function " + name + ">";
    }
}
