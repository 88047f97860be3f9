package dev.kida.output;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** The methods of {@link Output} that write values of a known type. */
final class PrintWriters {

    private static final MethodHandle ESCAPED = writer("escaped", Object.class);
    private static final MethodHandle PLAIN = writer("plain", Object.class);
    private static final MethodHandle ESCAPED_TEXT = writer("escapedText", String.class);
    private static final MethodHandle PLAIN_TEXT = writer("plainText", String.class);
    private static final MethodHandle WHOLE = writer("number", long.class);
    private static final MethodHandle FLOATING = writer("number", double.class);
    private static final MethodHandle TRUTH = writer("bool", boolean.class);

    private PrintWriters() {}

    private static MethodHandle writer(String name, Class<?> type) {
        try {
            return MethodHandles.lookup().findVirtual(Output.class, name, MethodType.methodType(void.class, type));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("engine methods are missing", e);
        }
    }

    /** The writer of values of any type. */
    static MethodHandle any(boolean escape) {
        return escape ? ESCAPED : PLAIN;
    }

    /** The writer of values of a type, {@code (Output, type)void}, or null when there is none in particular. */
    static @Nullable MethodHandle of(Class<?> type, boolean escape) {
        if (type == String.class) {
            return escape ? ESCAPED_TEXT : PLAIN_TEXT;
        }
        if (type == int.class || type == long.class || type == short.class || type == byte.class) {
            return WHOLE.asType(MethodType.methodType(void.class, Output.class, type));
        }
        if (type == double.class) {
            return FLOATING;
        }
        return type == boolean.class ? TRUTH : null;
    }
}
