package dev.kida.value;

import dev.kida.error.TemplateRuntimeException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** What happens to a value where it enters the engine. */
public final class Values {

    private Values() {}

    /** The content of an {@code Optional} (null when empty); any other value as it is. */
    public static @Nullable Object unwrap(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Long) {
            return value;
        }
        return unwrapOptional(value);
    }

    private static @Nullable Object unwrapOptional(Object value) {
        if (value instanceof Optional<?> optional) {
            return unwrap(optional.orElse(null));
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? (Object) (long) optional.getAsInt() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? (Object) optional.getAsLong() : null;
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? (Object) optional.getAsDouble() : null;
        }
        return value;
    }

    /** Whether any class of that kind of {@code Optional} may come out of something of the given static type. */
    static boolean mayBeOptional(Class<?> type) {
        return type == Object.class || type.getName().startsWith("java.util.Optional");
    }

    /** Whether a value only stands for one that comes later and has to be awaited. */
    public static boolean isAsync(@Nullable Object value) {
        return value instanceof Publisher || value instanceof CompletionStage || value instanceof Flow.Publisher;
    }

    /** Whether values of a class are asynchronous sources. */
    static boolean isAsync(Class<?> type) {
        return Publisher.class.isAssignableFrom(type)
                || CompletionStage.class.isAssignableFrom(type)
                || Flow.Publisher.class.isAssignableFrom(type);
    }

    /**
     * Refuses an asynchronous source in a place that needs its value.
     *
     * @param use what is done with the value: "Cannot use it ..."
     * @throws TemplateRuntimeException {@code K-RUN-012} if the value has to be awaited
     */
    public static void requireAwaited(@Nullable Object value, String use) {
        if (value == null || value instanceof String || value instanceof Number) {
            return;
        }
        if (isAsync(value)) {
            throw notAwaited(value, use);
        }
    }

    /** The error for an asynchronous source in a place that needs its value. */
    static TemplateRuntimeException notAwaited(Object source, String use) {
        return TemplateRuntimeException.type(
                "Cannot " + use + " an asynchronous value (" + source.getClass().getSimpleName() + ")",
                "Write 'await' before the expression, or iterate it with {% async for %}");
    }
}
