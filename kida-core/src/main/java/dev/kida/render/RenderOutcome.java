package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import dev.kida.output.SinkException;
import org.jspecify.annotations.Nullable;

/** How a render, or something it waited for, ended. */
public enum RenderOutcome {
    /** It gave all there was to give. */
    SUCCESS,
    /** It failed. */
    ERROR,
    /** It took longer than it may (K-ASY-001). */
    TIMEOUT,
    /** Nobody wants it any more: the reader cancelled, or could not be written to. */
    CANCELLED;

    static RenderOutcome of(@Nullable Throwable failure) {
        if (failure == null) {
            return SUCCESS;
        }
        if (failure instanceof SinkException) {
            return CANCELLED;
        }
        return failure instanceof TemplateException known && known.getCode() == ErrorCode.K_ASY_001 ? TIMEOUT : ERROR;
    }
}
