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

    /** So many reads without a handle take as long as to make one. */
    private static final int READS = 64;

    private final String name;
    /** The accessor, in the types it declares, or null where the member is a method as a value. */
    private final @Nullable MethodHandle accessor;
    /** The method, where the member is one as a value. */
    private final @Nullable Invocable method;

    /** Made when the member is first read: of most members of most classes no template ever reads. */
    private @Nullable MethodHandle handle;

    private @Nullable MethodHandle typed;

    private int reads;

    private Member(String name, @Nullable MethodHandle accessor, @Nullable Invocable method) {
        this.name = name;
        this.accessor = accessor;
        this.method = method;
    }

    /** Reads a member through an accessor of a Java class; what the accessor throws is reported as its failure. */
    static Member accessor(String name, MethodHandle accessor) {
        return new Member(name, accessor, null);
    }

    /** Reads a method as a value. */
    static Member method(Invocable method) {
        return new Member(method.name(), null, method);
    }

    /** The value of this member of a receiver of the class. */
    @Nullable
    Object get(Object receiver) {
        MethodHandle known = handle;
        if (known == null && accessor != null && ++reads <= READS) {
            return first(receiver, accessor);
        }
        try {
            return (Object) handle().invokeExact(receiver);
        } catch (Throwable e) {
            throw HostErrors.sneak(e);
        }
    }

    /** As the handle does, which takes longer to make than to read a few values without it. */
    private @Nullable Object first(Object receiver, MethodHandle accessor) {
        Object value;
        try {
            value = accessor.invoke(receiver);
        } catch (Throwable e) {
            throw HostErrors.wrap(e, name);
        }
        return Values.unwrap(value);
    }

    /** Reads the member: {@code (Object)Object}. */
    MethodHandle handle() {
        MethodHandle known = handle;
        if (known == null) {
            known = accessor == null ? MethodHandles.insertArguments(BIND, 1, method) : guarded(accessor);
            handle = known;
        }
        return known;
    }

    private MethodHandle guarded(MethodHandle declared) {
        MethodHandle getter = declared.asType(GETTER);
        if (Values.mayBeOptional(declared.type().returnType())) {
            getter = MethodHandles.filterReturnValue(getter, UNWRAP);
        }
        return reported(getter);
    }

    /** Reads the member in its declared type, {@code (Object)T}; null where that is not possible. */
    @Nullable
    MethodHandle typed() {
        if (accessor == null || Values.mayBeOptional(accessor.type().returnType())) {
            return null;
        }
        MethodHandle known = typed;
        if (known == null) {
            known = reported(
                    accessor.asType(GETTER.changeReturnType(accessor.type().returnType())));
            typed = known;
        }
        return known;
    }

    private MethodHandle reported(MethodHandle getter) {
        MethodHandle fail = MethodHandles.insertArguments(FAIL, 1, name)
                .asType(MethodType.methodType(getter.type().returnType(), Throwable.class));
        return MethodHandles.catchException(getter, Throwable.class, fail);
    }
}
