package dev.kida.error;

import org.jspecify.annotations.Nullable;

/** No loader has a template of this name, or the name is not allowed ({@code K-TPL-001}). */
public final class TemplateNotFoundException extends TemplateException {

    private static final long serialVersionUID = 1L;

    private final String missing;

    /**
     * @param missing the name that was asked for
     * @param summary what went wrong, in one line
     */
    public TemplateNotFoundException(String missing, String summary) {
        this(missing, summary, null, null);
    }

    /**
     * @param missing the name that was asked for
     * @param summary what went wrong, in one line
     * @param suggestion what to do about it, or null
     * @param cause what the loader met, or null
     */
    public TemplateNotFoundException(
            String missing, String summary, @Nullable String suggestion, @Nullable Throwable cause) {
        super(ErrorCode.K_TPL_001, summary, suggestion, cause);
        this.missing = missing;
    }

    /** The name that was asked for. */
    public String getMissingName() {
        return missing;
    }

    @Override
    public String typeName() {
        return "TemplateNotFoundError";
    }
}
