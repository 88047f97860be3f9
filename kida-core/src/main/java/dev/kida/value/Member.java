package dev.kida.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** How a named member of a class is read. */
final class Member {

    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
    private static final MethodHandle BIND;
    private static final MethodHandle UNWRAP;
    private static final MethodHandle FAIL;

    static {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            BIND = lookup.findConstructor(
                            BoundMethod.class, MethodType.methodType(void.class, Object.class, Invocable.class))
                    .asType(MethodType.methodType(Object.class, Object.class, Invocable.class));
            UNWRAP = lookup.findStatic(Values.class, "unwrap", GETTER);
            FAIL = lookup.findStatic(
                    HostErrors.class, "fail", MethodType.methodType(Object.class, Throwable.class, String.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("engine methods are missing", e);
        }
    }

    private final MethodHandle handle;

    private Member(MethodHandle handle) {
        this.handle = handle;
    }

    /** Reads a member through an accessor of a Java class; what the accessor throws is reported as its failure. */
    static Member accessor(String name, MethodHandle accessor) {
        MethodHandle getter = accessor.asType(GETTER);
        if (Values.mayBeOptional(accessor.type().returnType())) {
            getter = MethodHandles.filterReturnValue(getter, UNWRAP);
        }
        MethodHandle fail = MethodHandles.insertArguments(FAIL, 1, name);
        return new Member(MethodHandles.catchException(getter, Throwable.class, fail));
    }

    /** Reads a method as a value. */
    static Member method(Invocable method) {
        return new Member(MethodHandles.insertArguments(BIND, 1, method));
    }

    /** The value of this member of a receiver of the class. */
    @Nullable
    Object get(Object receiver) {
        try {
            return (Object) handle.invokeExact(receiver);
        } catch (Throwable e) {
            throw HostErrors.sneak(e);
        }
    }

    /** Reads the member: {@code (Object)Object}. */
    MethodHandle handle() {
        return handle;
    }
}
