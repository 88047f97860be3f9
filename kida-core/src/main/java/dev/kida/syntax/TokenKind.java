package dev.kida.syntax;

/** The kinds of tokens; {@link #text()} is how a token is named in messages. */
enum TokenKind {
    DATA("text"),
    COMMENT("comment"),
    VARIABLE_BEGIN("output tag"),
    VARIABLE_END("end of tag"),
    BLOCK_BEGIN("block tag"),
    BLOCK_END("end of tag"),
    NAME("name"),
    STRING("string"),
    INTEGER("number"),
    FLOAT("number"),
    AND("and"),
    OR("or"),
    NOT("not"),
    IN("in"),
    IS("is"),
    ELLIPSIS("..."),
    ASSIGN_IF_MISSING("??="),
    SAFE_PIPELINE("?|>"),
    POWER("**"),
    FLOOR_DIVIDE("//"),
    EQ("=="),
    NE("!="),
    LE("<="),
    GE(">="),
    PIPELINE("|>"),
    OPTIONAL_DOT("?."),
    OPTIONAL_BRACKET("?["),
    OPTIONAL_PIPE("?|"),
    COALESCE("??"),
    RANGE(".."),
    LT("<"),
    GT(">"),
    PLUS("+"),
    MINUS("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    MODULO("%"),
    ASSIGN("="),
    DOT("."),
    COMMA(","),
    COLON(":"),
    PIPE("|"),
    TILDE("~"),
    LEFT_PAREN("("),
    RIGHT_PAREN(")"),
    LEFT_BRACKET("["),
    RIGHT_BRACKET("]"),
    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    EOF("end of template"),
    /** The source cannot be read any further; the value is the exception. */
    ERROR("error");

    private final String text;

    TokenKind(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Whether this token ends a tag. */
    boolean endsTag() {
        return this == BLOCK_END || this == VARIABLE_END;
    }
}
