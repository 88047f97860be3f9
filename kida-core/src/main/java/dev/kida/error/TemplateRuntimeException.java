package dev.kida.error;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rendering failed: a wrong type, a missing key, a failing method of the model, a limit, and so on. */
public non-sealed class TemplateRuntimeException extends TemplateException {

    private static final long serialVersionUID = 1L;

    private transient @Nullable Supplier<Evaluation> evaluation;

    /** An error with a code and a one-line description. */
    public TemplateRuntimeException(ErrorCode code, String summary) {
        this(code, summary, null, null);
    }

    /**
     * @param code the code, one of {@code K-RUN}, {@code K-TPL-003} or {@code K-ASY}
     * @param summary what happened, in one line
     * @param cause the original exception, or null
     * @param suggestion what to do about it, or null
     */
    public TemplateRuntimeException(
            ErrorCode code, String summary, @Nullable Throwable cause, @Nullable String suggestion) {
        super(code, summary, suggestion, cause);
    }

    /** A wrong type, a wrong argument, or a value that cannot be called or iterated ({@code K-RUN-012}). */
    public static TemplateRuntimeException type(String summary) {
        return new TemplateRuntimeException(ErrorCode.K_RUN_012, summary);
    }

    /** As {@link #type(String)}, with advice. */
    public static TemplateRuntimeException type(String summary, String suggestion) {
        return new TemplateRuntimeException(ErrorCode.K_RUN_012, summary, null, suggestion);
    }

    /** A value that cannot be used: out of range, malformed, and everything without a code of its own. */
    public static TemplateRuntimeException value(String summary) {
        return new TemplateRuntimeException(ErrorCode.K_RUN_007, summary);
    }

    /** A subscript names a key the map does not have ({@code K-RUN-009}). */
    public static TemplateRuntimeException key(String summary) {
        return new TemplateRuntimeException(
                ErrorCode.K_RUN_009, summary, null, "Use ?[...] or get(key) when the key may be missing");
    }

    /** Division or modulo by zero ({@code K-RUN-011}). */
    public static TemplateRuntimeException zeroDivision(String summary) {
        return new TemplateRuntimeException(
                ErrorCode.K_RUN_011, summary, null, "Guard the division with a condition on the divisor");
    }

    /** A nesting limit was passed ({@code K-RUN-006}). */
    public static TemplateRuntimeException depth(String summary) {
        return new TemplateRuntimeException(ErrorCode.K_RUN_006, summary);
    }

    /** Internal: says how to find out what was being evaluated, should anybody ask. */
    public void evaluating(Supplier<Evaluation> source) {
        evaluation = source;
    }

    /**
     * Internal: finds out now what was being evaluated. The error leaves its render, and may be kept for longer than that:
     * from here on it holds nothing of the model.
     */
    public void settle() {
        evaluation();
    }

    private Evaluation evaluation() {
        Supplier<Evaluation> source = evaluation;
        if (source == null) {
            return Evaluation.UNKNOWN;
        }
        evaluation = null; // should it fail, nothing is known, and nothing is asked again
        Evaluation found = source.get();
        evaluation = () -> found;
        return found;
    }

    @Override
    public @Nullable String getExpression() {
        return evaluation().expression();
    }

    @Override
    public Map<String, String> getValues() {
        return evaluation().values();
    }

    @Override
    public String typeName() {
        return "TemplateRuntimeError";
    }

    @Override
    String headline() {
        return "Runtime Error: " + super.headline();
    }
}
