package dev.kida.value;

import org.jspecify.annotations.Nullable;

/** A method that needs a receiver: one of the language's own, or the public methods of that name of a Java class. */
interface Invocable {

    String name();

    @Nullable
    Object invoke(
            Object receiver,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            CallContext context);
}
