package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads single tokens inside a tag. */
final class TagScanner {

    private static final int LONGEST_OPERATOR = 3;
    private static final Map<String, TokenKind> OPERATORS = new HashMap<>();
    private static final Map<String, TokenKind> WORDS = Map.of(
            "and", TokenKind.AND, "or", TokenKind.OR, "not", TokenKind.NOT, "in", TokenKind.IN, "is", TokenKind.IS);

    static {
        for (TokenKind kind : EnumSet.range(TokenKind.ELLIPSIS, TokenKind.RIGHT_BRACE)) {
            OPERATORS.put(kind.text(), kind);
        }
    }

    private final SyntaxSource source;
    private final String text;
    private final StringScanner strings;
    private int end;

    TagScanner(SyntaxSource source) {
        this.source = source;
        this.text = source.text();
        this.strings = new StringScanner(source);
    }

    /** Where the last token ended. */
    int end() {
        return end;
    }

    int skipSpace(int from) {
        int offset = from;
        while (offset < text.length() && " \t\n\r".indexOf(text.charAt(offset)) >= 0) {
            offset++;
        }
        return offset;
    }

    /** The token at the given offset, which is neither white space nor the end of the source. */
    Token scan(int offset) {
        char c = text.charAt(offset);
        if (isNameStart(c)) {
            return name(offset);
        }
        if (isDigit(c)) {
            return number(offset);
        }
        if (c == '\'' || c == '"') {
            String value = strings.scan(offset);
            end = strings.end();
            return new Token(TokenKind.STRING, offset, value);
        }
        return operator(offset);
    }

    private Token name(int offset) {
        int stop = offset + 1;
        while (stop < text.length() && (isNameStart(text.charAt(stop)) || isDigit(text.charAt(stop)))) {
            stop++;
        }
        end = stop;
        String name = text.substring(offset, stop);
        return new Token(WORDS.getOrDefault(name, TokenKind.NAME), offset, name);
    }

    /** Digits before {@code ..} are an integer, so that {@code 1..3} is a range. */
    private Token number(int offset) {
        int stop = digits(offset);
        boolean decimal = stop < text.length() && text.charAt(stop) == '.' && !text.startsWith("..", stop);
        if (decimal) {
            stop = digits(stop + 1);
            end = stop;
            return new Token(TokenKind.FLOAT, offset, Double.valueOf(text.substring(offset, stop)));
        }
        end = stop;
        return new Token(TokenKind.INTEGER, offset, Numbers.integer(new BigInteger(text.substring(offset, stop))));
    }

    private int digits(int from) {
        int stop = from;
        while (stop < text.length() && isDigit(text.charAt(stop))) {
            stop++;
        }
        return stop;
    }

    private Token operator(int offset) {
        for (int length = LONGEST_OPERATOR; length > 0; length--) {
            if (offset + length <= text.length()) {
                TokenKind kind = OPERATORS.get(text.substring(offset, offset + length));
                if (kind != null) {
                    end = offset + length;
                    return new Token(kind, offset, kind.text());
                }
            }
        }
        int character = text.codePointAt(offset);
        throw source.error(
                ErrorCode.K_LEX_001,
                "Unexpected character '" + Character.toString(character) + "'",
                offset,
                hint(character));
    }

    private static @Nullable String hint(int character) {
        return switch (character) {
            case '!' -> "Write 'not'";
            case '&' -> "Write 'and'";
            case '?' -> "Write 'a if condition else b' for a choice, '?.' and '?[' without spaces for optional access";
            case '#' -> "There are no comments inside tags";
            default -> Character.isLetter(character) ? "Names consist of ASCII letters, digits and underscores" : null;
        };
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
