package dev.kida.value;

import org.jspecify.annotations.Nullable;

/** A method taken from a value without being called: it remembers its receiver and can be called later. */
public final class BoundMethod {

    private final Object receiver;
    private final Invocable method;

    BoundMethod(Object receiver, Invocable method) {
        this.receiver = receiver;
        this.method = method;
    }

    /** The name of the method. */
    public String name() {
        return method.name();
    }

    /** The value the method was taken from. */
    public Object receiver() {
        return receiver;
    }

    /** Whether the method can be called with as many positional arguments. */
    public boolean takes(int arguments) {
        return !(method instanceof JavaMethods methods) || methods.takes(arguments);
    }

    /** Calls the method on its receiver. */
    public @Nullable Object call(
            @Nullable Object[] positional, String[] names, @Nullable Object[] named, CallContext context) {
        return method.invoke(receiver, positional, names, named, context);
    }

    @Override
    public String toString() {
        return "<function " + method.name() + ">";
    }
}
