package dev.kida.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error or warning as data, for tools and error pages.
 *
 * @param code the stable code
 * @param severity how bad it is
 * @param message one line, without location
 * @param template name of the template, or null when it is not known
 * @param location where the template was read from, or null
 * @param line 1-based line, or 0 when it is not known
 * @param column 0-based column, or -1 when it is not known
 * @param snippet the framed source lines around the place, or null
 * @param expression the expression that failed, or null
 * @param values its variables and what they held, as {@code value (type)}, in the order of the expression
 * @param suggestion what to do about it, or null
 * @param hints further remarks, most helpful first
 * @param templateStack the templates on the way to the error, outermost first
 * @param componentStack the component calls on the way to the error, outermost first
 */
public record Diagnostic(
        ErrorCode code,
        Severity severity,
        String message,
        @Nullable String template,
        @Nullable String location,
        int line,
        int column,
        @Nullable String snippet,
        @Nullable String expression,
        Map<String, String> values,
        @Nullable String suggestion,
        List<String> hints,
        List<StackEntry> templateStack,
        List<StackEntry> componentStack) {

    /** How bad a diagnostic is. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    public Diagnostic {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        hints = List.copyOf(hints);
        templateStack = List.copyOf(templateStack);
        componentStack = List.copyOf(componentStack);
    }

    /** The code's name in plain words. */
    public String title() {
        return code.title();
    }

    /** Where the code is documented. */
    public String docsUrl() {
        return code.docsUrl();
    }

    /** Several lines for a log: header, location, snippet, stacks, hints, documentation; without colours. */
    public String formatCompact() {
        StringBuilder out = new StringBuilder(code.code()).append(": ").append(message);
        if (template != null) {
            out.append("\n  --> ").append(Layout.place(template, line, column));
        }
        Layout.block(out, snippet);
        Layout.stack(out, "Component stack:", componentStack);
        Layout.stack(out, "Template stack:", templateStack);
        Layout.evaluation(out, expression, values);
        if (suggestion != null) {
            out.append("\nSuggestion: ").append(suggestion);
        }
        for (String hint : hints) {
            out.append("\nHint: ").append(hint);
        }
        return out.append("\nDocs: ").append(docsUrl()).toString();
    }

    /** An HTML section, everything escaped. */
    public String toHtml() {
        return DiagnosticMarkup.fragment(this);
    }

    /** A whole HTML page, for development. */
    public String toHtmlPage() {
        return DiagnosticMarkup.page(this);
    }

    /** Markdown, for issue trackers and build reports. */
    public String toMarkdown() {
        return DiagnosticMarkup.markdown(this);
    }
}
