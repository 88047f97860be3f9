package dev.kida.syntax;

/**
 * A place in a template's source.
 *
 * @param line 1-based line; lines end at {@code \n} only (spec 01 §1)
 * @param column 0-based column, counted in UTF-16 units from the start of the line
 */
public record Position(int line, int column) {

    /** The first character of a template. */
    public static final Position START = new Position(1, 0);
}
