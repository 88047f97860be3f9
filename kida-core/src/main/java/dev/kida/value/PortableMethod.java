package dev.kida.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A method that values of a kind have on every host of the language, whatever their Java class offers. */
record PortableMethod(String name, Signature signature, Body body) implements Invocable {

    /** What the method does with its bound arguments. */
    interface Body {
        @Nullable
        Object call(Object self, @Nullable Object[] arguments, CallContext context);
    }

    /** A method that does not need the running render. */
    interface PlainBody {
        @Nullable
        Object call(Object self, @Nullable Object[] arguments);
    }

    static void define(Map<String, PortableMethod> table, String name, String parameters, PlainBody body) {
        define(table, name, parameters, (self, arguments, context) -> body.call(self, arguments));
    }

    static void define(Map<String, PortableMethod> table, String name, String parameters, Body body) {
        table.put(name, new PortableMethod(name, Signature.parse(parameters), body));
    }

    @Override
    public @Nullable Object invoke(
            Object receiver,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            CallContext context) {
        return body.call(receiver, signature.bind(name, positional, names, named), context);
    }
}
