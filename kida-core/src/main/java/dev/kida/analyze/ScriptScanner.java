package dev.kida.analyze;

import dev.kida.analyze.ScriptPlace.Kind;
import java.util.Set;

/** Reads JavaScript just far enough to know what is code, what is text and what is a comment. */
final class ScriptScanner {

    /** Words after which a value starts, so that a slash starts a regular expression. */
    private static final Set<String> BEFORE_VALUE =
            Set.of("return", "typeof", "case", "in", "of", "do", "else", "void", "delete", "instanceof", "new");

    private static final int LONGEST_WORD = 16;
    private static final int DEEPEST = 100;

    private Kind kind;
    private boolean escaped;
    private char last;
    private String word;
    private boolean operand;
    private String open;

    ScriptScanner(ScriptPlace place) {
        kind = place.kind();
        escaped = place.escaped();
        last = place.last();
        word = place.word();
        operand = place.operand();
        open = place.open();
    }

    ScriptPlace place() {
        return new ScriptPlace(kind, escaped, last, word, operand, open);
    }

    /** A value of the template stands here. */
    void output() {
        kind = place().here();
        escaped = false;
        last = 0;
        word = "";
        operand = true;
    }

    void read(char c) {
        switch (kind) {
            case CODE -> code(c);
            case SINGLE_QUOTED -> quoted(c, '\'');
            case DOUBLE_QUOTED -> quoted(c, '"');
            case TEMPLATE_LITERAL -> template(c);
            case LINE_COMMENT -> {
                if (c == '\n') {
                    kind = Kind.CODE;
                }
            }
            case BLOCK_COMMENT -> {
                if (c == '/' && last == '*') {
                    kind = Kind.CODE;
                }
                last = kind == Kind.BLOCK_COMMENT && c == '*' ? c : 0;
            }
            case REGEX, REGEX_CLASS -> regex(c);
        }
    }

    private void code(char c) {
        if (last == '/') {
            last = 0;
            if (c == '/' || c == '*') {
                kind = c == '/' ? Kind.LINE_COMMENT : Kind.BLOCK_COMMENT;
                return;
            }
            if (!operand) {
                kind = Kind.REGEX;
                regex(c);
                return;
            }
            operand = false;
        }
        if (Character.isLetterOrDigit(c) || c == '_' || c == '$') {
            word = word.length() < LONGEST_WORD ? word + c : word;
            operand = true;
            return;
        }
        if (BEFORE_VALUE.contains(word)) {
            operand = false;
        }
        word = "";
        sign(c);
    }

    private void sign(char c) {
        switch (c) {
            case '\'' -> kind = Kind.SINGLE_QUOTED;
            case '"' -> kind = Kind.DOUBLE_QUOTED;
            case '`' -> kind = Kind.TEMPLATE_LITERAL;
            case '/' -> last = c;
            case '{' -> enter(c);
            case '}' -> leave();
            case ')', ']' -> operand = true;
            default -> operand = operand && Character.isWhitespace(c);
        }
    }

    private void enter(char brace) {
        open = open.length() < DEEPEST ? open + brace : open;
        operand = false;
    }

    private void leave() {
        operand = false;
        if (!open.isEmpty()) {
            char brace = open.charAt(open.length() - 1);
            open = open.substring(0, open.length() - 1);
            if (brace == '`') {
                kind = Kind.TEMPLATE_LITERAL;
            }
        }
    }

    private void quoted(char c, char quote) {
        if (escaped) {
            escaped = false;
        } else if (c == '\\') {
            escaped = true;
        } else if (c == quote || c == '\n') {
            endOfText();
        }
    }

    private void template(char c) {
        char before = last;
        last = 0;
        if (escaped) {
            escaped = false;
        } else if (c == '\\') {
            escaped = true;
        } else if (c == '`') {
            endOfText();
        } else if (c == '{' && before == '$') {
            kind = Kind.CODE;
            enter('`');
        } else if (c == '$') {
            last = c;
        }
    }

    private void regex(char c) {
        if (escaped) {
            escaped = false;
        } else if (c == '\\') {
            escaped = true;
        } else if (c == '\n' || (c == '/' && kind == Kind.REGEX)) {
            endOfText();
        } else if (c == '[') {
            kind = Kind.REGEX_CLASS;
        } else if (c == ']') {
            kind = Kind.REGEX;
        }
    }

    private void endOfText() {
        kind = Kind.CODE;
        operand = true;
    }
}
