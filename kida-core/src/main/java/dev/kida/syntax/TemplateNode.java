package dev.kida.syntax;

import java.util.List;

/**
 * A whole parsed template.
 *
 * @param body top-level statements in source order
 * @param lines number of source lines
 */
public record TemplateNode(List<Stmt> body, int lines) {}
