package dev.kida.syntax;

import dev.kida.error.TemplateWarning;
import java.util.List;

/**
 * A whole parsed template.
 *
 * @param body top-level statements in source order
 * @param lines number of source lines
 * @param warnings what the parser found suspicious
 * @param plainEnds the places where {@code end} closes a block that has a word of its own for that
 * @param rawTexts the places of the {@code raw} tags, whose text is static text in the body
 */
public record TemplateNode(
        List<Stmt> body,
        int lines,
        List<TemplateWarning> warnings,
        List<TemplateWarning> plainEnds,
        List<Position> rawTexts) {

    /** A template without warnings. */
    public TemplateNode(List<Stmt> body, int lines) {
        this(body, lines, List.of(), List.of(), List.of());
    }
}
