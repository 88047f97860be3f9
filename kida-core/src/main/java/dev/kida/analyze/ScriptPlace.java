package dev.kida.analyze;

/**
 * A place in a piece of JavaScript, as far as it can be known from the text before it.
 *
 * @param escaped whether a backslash stands directly before it
 * @param last the character before it when that may start something longer, else 0
 * @param word the identifier that ends here, or empty
 * @param operand whether a value ends here, so that a slash divides
 * @param open the braces around it, innermost last; those of a template literal's expression are backquotes
 */
record ScriptPlace(Kind kind, boolean escaped, char last, String word, boolean operand, String open) {

    static final ScriptPlace START = new ScriptPlace(Kind.CODE, false, (char) 0, "", false, "");

    /** What stands at this place: a slash where a value is due begins a regular expression. */
    Kind here() {
        return kind == Kind.CODE && last == '/' && !operand ? Kind.REGEX : kind;
    }

    enum Kind {
        CODE,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        TEMPLATE_LITERAL,
        LINE_COMMENT,
        BLOCK_COMMENT,
        REGEX,
        REGEX_CLASS
    }
}
