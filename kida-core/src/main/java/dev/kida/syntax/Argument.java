package dev.kida.syntax;

/**
 * A keyword argument {@code name=value} of a call, filter or test.
 *
 * @param position where the name stands
 */
public record Argument(Position position, String name, Expr value) {}
