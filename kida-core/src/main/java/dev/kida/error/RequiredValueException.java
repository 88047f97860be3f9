package dev.kida.error;

import org.jspecify.annotations.Nullable;

/** The {@code require} filter met null ({@code K-RUN-004}). */
public final class RequiredValueException extends TemplateRuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    /**
     * @param field what was required, or null
     * @param summary what happened, in one line
     */
    public RequiredValueException(@Nullable String field, String summary) {
        super(ErrorCode.K_RUN_004, summary);
        this.field = field;
    }

    /** What was required, or null when the template does not say. */
    public @Nullable String getField() {
        return field;
    }

    @Override
    public String typeName() {
        return "RequiredValueError";
    }
}
