package dev.kida.error;

import org.jspecify.annotations.Nullable;

/** The template asked for something that is never reachable, or passed a safety limit ({@code K-SEC}). */
public final class TemplateSecurityException extends TemplateException {

    private static final long serialVersionUID = 1L;

    /** An error with a code and a one-line description. */
    public TemplateSecurityException(ErrorCode code, String summary) {
        this(code, summary, null);
    }

    /**
     * @param code one of the {@code K-SEC} codes
     * @param summary what happened, in one line
     * @param suggestion what to do about it, or null
     */
    public TemplateSecurityException(ErrorCode code, String summary, @Nullable String suggestion) {
        super(code, summary, suggestion, null);
    }

    @Override
    public String typeName() {
        return "SecurityError";
    }

    @Override
    String headline() {
        return "Security Error: " + super.headline();
    }
}
