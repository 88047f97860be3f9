package dev.kida.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Base of everything the engine throws for a template: a code, a one-line summary, the place in the template and, for
 * rendering errors, the templates and components on the way there.
 *
 * <p>The message is laid out when it is asked for, so that an error which is only caught costs little.
 */
public abstract sealed class TemplateException extends RuntimeException
        permits TemplateNotFoundException,
                TemplateRuntimeException,
                TemplateSecurityException,
                TemplateSyntaxException,
                UndefinedException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String summary;
    private final @Nullable String suggestion;
    private transient @Nullable SourceText source;
    private int line;
    private int column = -1;
    private final transient List<StackEntry> templateStack = new ArrayList<>(0);
    private final transient List<StackEntry> componentStack = new ArrayList<>(0);

    TemplateException(ErrorCode code, String summary, @Nullable String suggestion, @Nullable Throwable cause) {
        super(summary, cause);
        this.code = code;
        this.summary = summary;
        this.suggestion = suggestion;
    }

    /** The stable code. */
    public ErrorCode getCode() {
        return code;
    }

    /** What happened, in one line and without location. */
    public String getSummary() {
        return summary;
    }

    /** The template the error is located in, or null when it is not known. */
    public @Nullable String getTemplateName() {
        return source == null ? null : source.name();
    }

    /** Where that template was read from, or null when it is not known. */
    public @Nullable String getLocation() {
        return source == null ? null : source.location();
    }

    /** The 1-based line, or 0 when it is not known. */
    public int getLine() {
        return line;
    }

    /** The 0-based column, or -1 when it is not known. */
    public int getColumn() {
        return column;
    }

    /** What to do about it, or null. */
    public @Nullable String getSuggestion() {
        return suggestion;
    }

    /** The expression that failed, in the template's notation, or null when it is not known. */
    public @Nullable String getExpression() {
        return null;
    }

    /**
     * The variables of that expression and what they held, as {@code value (type)}; long values are cut, objects of the
     * model and what is named like a secret show their type alone.
     */
    public Map<String, String> getValues() {
        return Map.of();
    }

    /** Further remarks for the author of the template. */
    public List<String> getHints() {
        return List.of();
    }

    /** The source lines around the error, framed, or null when the place is not known. */
    public @Nullable String getSnippet() {
        SourceText text = source;
        return text == null || line <= 0 || text.text().isEmpty() ? null : text.snippet(line, column);
    }

    /** The templates on the way to the error, outermost first. */
    public List<StackEntry> getTemplateStack() {
        return List.copyOf(templateStack);
    }

    /** The component calls on the way to the error, outermost first. */
    public List<StackEntry> getComponentStack() {
        return List.copyOf(componentStack);
    }

    /** The name of this kind of error in the template language, the same on every host. */
    public abstract String typeName();

    /** The full description: summary, location, source lines, stacks and suggestions. */
    @Override
    public String getMessage() {
        return layout();
    }

    /** The same as data. */
    public Diagnostic toDiagnostic() {
        return new Diagnostic(
                code,
                Diagnostic.Severity.ERROR,
                getSummary(),
                getTemplateName(),
                getLocation(),
                line,
                column,
                getSnippet(),
                getExpression(),
                getValues(),
                getSuggestion(),
                getHints(),
                templateStack,
                componentStack);
    }

    /** Internal: whether {@link #locate} was called. */
    public boolean isLocated() {
        return source != null;
    }

    /** Internal: says where the error happened; only the first call counts, the innermost place. */
    public void locate(SourceText where, int atLine, int atColumn) {
        if (source == null) {
            source = where;
            line = atLine;
            column = atColumn;
        }
    }

    /** Internal: the error leaves a template that was referenced from the given place. */
    public void enterTemplate(String template, int atLine) {
        templateStack.add(0, new StackEntry(template, atLine, null));
    }

    /** Internal: the error leaves a component that was called from the given place. */
    public void enterComponent(String template, int atLine, String component) {
        componentStack.add(0, new StackEntry(template, atLine, component));
    }

    /** The full message; rendering errors share this form. */
    String layout() {
        StringBuilder out = new StringBuilder(headline());
        Layout.block(out, getSnippet());
        Layout.stack(out, "Component stack:", componentStack);
        Layout.stack(out, "Template stack:", templateStack);
        Layout.evaluation(out, getExpression(), getValues());
        String advice = getSuggestion();
        if (advice != null) {
            out.append("\n\nSuggestion: ").append(advice);
        }
        for (String hint : getHints()) {
            out.append("\nHint: ").append(hint);
        }
        return out.toString();
    }

    /** The first lines of the message. */
    String headline() {
        String template = getTemplateName();
        return template == null ? getSummary() : getSummary() + "\n  Location: " + Layout.place(template, line, column);
    }
}
