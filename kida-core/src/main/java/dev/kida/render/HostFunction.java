package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.output.SinkException;
import dev.kida.value.CallContext;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter or test of the application: what it throws says which one it was (spec 07 §13). Errors of templates that it
 * hands on stay as they are, and so does a division by zero, which has a code of its own.
 *
 * @param code K-RUN-002 for a filter, K-RUN-003 for a test
 */
public record HostFunction(String registered, TemplateFunction function, ErrorCode code) implements TemplateFunction {

    /**
     * The functions of a registry, those that are not built in guarded; the registry itself when there are none.
     *
     * @param functions does not change any more
     * @param builtin what the engine itself has
     */
    public static Map<String, TemplateFunction> guard(
            Map<String, TemplateFunction> functions, Map<String, TemplateFunction> builtin, ErrorCode code) {
        Map<String, TemplateFunction> guarded = functions;
        for (Map.Entry<String, TemplateFunction> entry : functions.entrySet()) {
            TemplateFunction function = entry.getValue();
            if (builtin.get(entry.getKey()) != function) {
                guarded = guarded == functions ? new LinkedHashMap<>(functions) : guarded;
                guarded.put(entry.getKey(), new HostFunction(entry.getKey(), function, code));
            }
        }
        return guarded;
    }

    @Override
    public String name() {
        return function.name();
    }

    @Override
    public Signature signature() {
        return function.signature();
    }

    @Override
    public boolean isComponent() {
        return function.isComponent();
    }

    @Override
    public @Nullable Object call(@Nullable Object[] arguments, CallContext context) {
        try {
            return function.call(arguments, context);
        } catch (TemplateException | SinkException problem) {
            throw problem;
        } catch (Exception problem) { // whatever the application throws, checked exceptions that sneaked out as well
            throw failed(Failures.unwrap(problem));
        }
    }

    private RuntimeException failed(Throwable cause) {
        if (cause instanceof TemplateException own) {
            return own;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (Failures.isZeroDivision(cause)) {
            return (ArithmeticException) cause;
        }
        String kind = code == ErrorCode.K_RUN_003 ? "Test" : "Filter";
        return new TemplateRuntimeException(
                code, kind + " '" + registered + "' failed: " + Failures.describe(cause), cause, null);
    }

    @Override
    public String toString() {
        return function.toString();
    }
}
