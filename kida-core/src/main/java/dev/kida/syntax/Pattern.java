package dev.kida.syntax;

import java.util.List;

/** A pattern of {@code case} (spec 03 §7). */
public sealed interface Pattern {

    Position position();

    /** {@code _}: matches anything, binds nothing. */
    record Wildcard(Position position) implements Pattern {}

    /** A bare name: matches anything and binds it. */
    record Binding(Position position, String name) implements Pattern {}

    /** A list or tuple of exactly this length whose elements match. */
    record Sequence(Position position, List<Pattern> elements) implements Pattern {}

    /** Any other expression: matches an equal value. */
    record Value(Position position, Expr expression) implements Pattern {}
}
