package dev.kida.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** One reachable method of a Java class. */
final class JavaMethod {

    private final String name;
    private final MethodType signature;
    private final boolean varargs;
    private final MethodHandle handle;

    /** Made when the method is first called: most methods never are, and this takes longer than to find them all. */
    private @Nullable MethodHandle spreader;

    /**
     * @param signature the types without the receiver
     * @param handle the method, receiver first
     */
    JavaMethod(String name, MethodType signature, boolean varargs, MethodHandle handle) {
        this.name = name;
        this.signature = signature;
        this.varargs = varargs;
        this.handle = handle.asFixedArity();
    }

    private MethodHandle spreader() {
        MethodHandle known = spreader;
        if (known == null) {
            known = spread(handle, signature.parameterCount());
            spreader = known;
        }
        return known;
    }

    /** {@code (Object receiver, Object[] arguments)Object}, by which methods of every shape are called alike. */
    private static MethodHandle spread(MethodHandle handle, int parameters) {
        MethodHandle generic = handle.asType(MethodType.genericMethodType(parameters + 1));
        return parameters == 0
                ? MethodHandles.dropArguments(generic, 1, Object[].class)
                : generic.asSpreader(Object[].class, parameters);
    }

    MethodType signature() {
        return signature;
    }

    boolean varargs() {
        return varargs;
    }

    MethodHandle handle() {
        return handle;
    }

    /** Calls the method with arguments that have the types of its parameters. */
    @Nullable
    Object call(Object receiver, @Nullable Object[] arguments) {
        Object result;
        try {
            result = (Object) spreader().invokeExact(receiver, arguments);
        } catch (Throwable e) {
            throw HostErrors.wrap(e, name);
        }
        return Values.unwrap(result);
    }

    @Override
    public String toString() {
        return name + signature;
    }
}
