package dev.kida.spring.boot.autoconfigure;

import dev.kida.error.TemplateException;
import dev.kida.error.TemplateNotFoundException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the lines of a template that keeps an application from starting, instead of a stack trace. */
final class TemplateFailureAnalyzer extends AbstractFailureAnalyzer<TemplateException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TemplateException cause) {
        return new FailureAnalysis(cause.getCode().code() + ": " + cause.getMessage(), action(cause), cause);
    }

    private static String action(TemplateException cause) {
        if (cause instanceof TemplateNotFoundException missing) {
            return "Add the template '" + missing.getMissingName()
                    + "' to the location that kida.prefix names (classpath:/templates/ by default), or correct its name."
                    + " Names are relative to that location and written in full, with their suffix.";
        }
        return "Correct the template. " + cause.getCode().docsUrl() + " says more about "
                + cause.getCode().code() + ".";
    }
}
