package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateRuntimeException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/** Tells asynchronous values from others, single-valued from multi-valued, and turns them into publishers. */
final class AsyncKinds {

    /** Publishers known to give at most one item; compared by name, so that the core depends on no library of theirs. */
    private static final ClassValue<Boolean> SINGLE = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            for (Class<?> c = type; c != null; c = c.getSuperclass()) {
                if (c.getName().equals("reactor.core.publisher.Mono")) {
                    return true;
                }
            }
            return false;
        }
    };

    private final List<AsyncAdapter> adapters;

    AsyncKinds(List<AsyncAdapter> adapters) {
        this.adapters = adapters;
    }

    boolean isAsync(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Number) {
            return false;
        }
        return value instanceof Publisher
                || value instanceof CompletionStage
                || value instanceof Flow.Publisher
                || adapter(value) != null;
    }

    boolean isMulti(Object value) {
        AsyncAdapter adapter = adapter(value);
        if (adapter != null) {
            try {
                return adapter.isMulti(value);
            } catch (Exception problem) { // checked exceptions that sneaked out as well
                throw failed(adapter, problem);
            }
        }
        return !(value instanceof CompletionStage) && !SINGLE.get(value.getClass());
    }

    Publisher<?> publisher(Object value, RenderState state) {
        AsyncAdapter adapter = adapter(value);
        if (adapter != null) {
            return adapter.toPublisher(value, state);
        }
        if (value instanceof Publisher<?> publisher) {
            return publisher;
        }
        return FlowAdapters.toPublisher((Flow.Publisher<?>) value);
    }

    /** Whether the value is a future whose result is taken without a subscription. */
    boolean isFuture(Object value) {
        return value instanceof CompletionStage && adapter(value) == null;
    }

    private @Nullable AsyncAdapter adapter(Object value) {
        for (AsyncAdapter adapter : adapters) {
            if (supports(adapter, value)) {
                return adapter;
            }
        }
        return null;
    }

    private static boolean supports(AsyncAdapter adapter, Object value) {
        try {
            return adapter.supports(value);
        } catch (Exception problem) { // checked exceptions that sneaked out as well
            throw failed(adapter, problem);
        }
    }

    private static TemplateException failed(AsyncAdapter adapter, Exception problem) {
        Throwable cause = Failures.unwrap(problem);
        if (cause instanceof TemplateException own) {
            return own;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        String name = adapter.getClass().getName();
        return new TemplateRuntimeException(
                ErrorCode.K_RUN_007, "Adapter " + name + " failed: " + Failures.describe(cause), cause, null);
    }
}
