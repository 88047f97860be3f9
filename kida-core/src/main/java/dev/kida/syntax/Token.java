package dev.kida.syntax;

/**
 * A token.
 *
 * @param offset where it starts in the source
 * @param value the text of data (trimmed) and names, the value of literals, the spelling of everything else
 */
record Token(TokenKind kind, int offset, Object value) {

    String text() {
        return value.toString();
    }

    boolean is(TokenKind other) {
        return kind == other;
    }

    boolean isName(String name) {
        return kind == TokenKind.NAME && value.equals(name);
    }

    /** How messages call this token. */
    String describe() {
        return switch (kind) {
            case NAME -> "'" + value + "'";
            case STRING, INTEGER, FLOAT -> kind.text() + " '" + value + "'";
            case DATA, COMMENT, VARIABLE_BEGIN, VARIABLE_END, BLOCK_BEGIN, BLOCK_END, EOF -> kind.text();
            default -> "'" + kind.text() + "'";
        };
    }
}
