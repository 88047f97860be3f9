package dev.kida.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A place in a template's source.
 *
 * @param line 1-based line; lines end at {@code \n} only (spec 01 §1)
 * @param column 0-based column, counted in UTF-16 units from the start of the line
 */
public record Position(int line, int column) {

    /** The first character of a template. */
    public static final Position START = new Position(1, 0);

    // Written out, as is equals: what the JVM makes for records takes longer to link than most templates to compile.
    @Override
    public int hashCode() {
        return 31 * line + column;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Position position && line == position.line && column == position.column;
    }
}
