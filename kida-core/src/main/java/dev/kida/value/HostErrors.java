package dev.kida.value;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateRuntimeException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Turns what the host's code throws into template errors. */
final class HostErrors {

    private HostErrors() {}

    /**
     * The error to throw for something the host's code threw: template errors as they are, everything else as
     * {@code K-RUN-007} with the original as its cause.
     *
     * @throws Error if it is one: those are not for templates to handle
     */
    static TemplateException wrap(Throwable thrown, String member) {
        Throwable cause = unwrap(thrown);
        if (cause instanceof TemplateException error) {
            return error;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        String message = cause.getMessage();
        String summary = "'" + member + "' failed: " + cause.getClass().getSimpleName()
                + (message == null ? "" : ": " + message);
        return new TemplateRuntimeException(ErrorCode.K_RUN_007, summary, cause, null);
    }

    /** Throws instead of returning, in the form a method handle needs. */
    static @Nullable Object fail(Throwable thrown, String member) {
        throw wrap(thrown, member);
    }

    /** Passes on something that is known to be unchecked. */
    static RuntimeException sneak(Throwable unchecked) {
        if (unchecked instanceof RuntimeException e) {
            return e;
        }
        if (unchecked instanceof Error e) {
            throw e;
        }
        throw new IllegalStateException(unchecked);
    }

    private static Throwable unwrap(Throwable thrown) {
        Throwable current = thrown;
        while (isWrapper(current)) {
            Throwable cause = current.getCause();
            if (cause == null) {
                break;
            }
            current = cause;
        }
        return current;
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof InvocationTargetException
                || thrown instanceof UndeclaredThrowableException
                || thrown instanceof CompletionException
                || thrown instanceof ExecutionException;
    }
}
