package dev.kida.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A template cannot be compiled; always carries line and column. */
public final class TemplateSyntaxException extends TemplateException {

    private static final long serialVersionUID = 1L;

    private final transient List<OpenBlock> openBlocks;
    private final transient SourceText text;

    /** An error without further advice. */
    public TemplateSyntaxException(ErrorCode code, String summary, SourceText source, int line, int column) {
        this(code, summary, source, line, column, null, List.of());
    }

    /**
     * @param code the code
     * @param summary what is wrong, in one line
     * @param source the template
     * @param line 1-based line
     * @param column 0-based column
     * @param suggestion what to write instead, or null
     * @param openBlocks the blocks open at that place, innermost first
     */
    public TemplateSyntaxException(
            ErrorCode code,
            String summary,
            SourceText source,
            int line,
            int column,
            @Nullable String suggestion,
            List<OpenBlock> openBlocks) {
        super(code, summary, suggestion, null);
        this.openBlocks = List.copyOf(openBlocks);
        this.text = source;
        locate(source, line, column);
    }

    /** The blocks open at the place of the error, innermost first. */
    public List<OpenBlock> getOpenBlocks() {
        return openBlocks;
    }

    @Override
    public String typeName() {
        return "TemplateSyntaxError";
    }

    @Override
    String layout() {
        StringBuilder out = new StringBuilder("\nKida Parse Error [")
                .append(getCode())
                .append("]: ")
                .append(getSummary());
        if (!openBlocks.isEmpty()) {
            out.append("\nOpen blocks:");
            openBlocks.forEach(block -> out.append("\n  - ")
                    .append(block.kind())
                    .append(" (opened at line ")
                    .append(block.line())
                    .append(')'));
        }
        out.append("\n  --> ").append(Layout.place(text.name(), getLine(), getColumn()));
        Layout.block(out, getSnippet());
        Layout.stack(out, "Template stack:", getTemplateStack());
        String advice = getSuggestion();
        if (advice != null) {
            out.append("\nSuggestion: ").append(advice);
        }
        return out.append("\nDocs: ").append(getCode().docsUrl()).toString();
    }
}
