package dev.kida.error;

/** An ordering comparison with null ({@code K-RUN-005}). */
public final class NoneComparisonException extends TemplateRuntimeException {

    private static final long serialVersionUID = 1L;

    /** An error with a one-line description. */
    public NoneComparisonException(String summary) {
        super(ErrorCode.K_RUN_005, summary, null, "Give the value a default, or test it with 'is none' first");
    }

    @Override
    public String typeName() {
        return "NoneComparisonError";
    }
}
