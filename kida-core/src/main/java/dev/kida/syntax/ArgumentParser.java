package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads argument lists and literals. */
final class ArgumentParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;

    ArgumentParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** An argument list, positional ones first. */
    record Arguments(List<Expr> positional, List<Argument> keywords) {
        static final Arguments NONE = new Arguments(List.of(), List.of());
    }

    /** An argument list if one follows. */
    Arguments optionalArguments() {
        return cursor.at(TokenKind.LEFT_PAREN) ? arguments() : Arguments.NONE;
    }

    /** An argument list in parentheses. */
    Arguments arguments() {
        cursor.expect(TokenKind.LEFT_PAREN, "before the arguments");
        if (cursor.accept(TokenKind.RIGHT_PAREN)) {
            return Arguments.NONE;
        }
        List<Expr> positional = new ArrayList<>();
        List<Argument> keywords = new ArrayList<>();
        Set<String> names = new HashSet<>();
        do {
            Token token = cursor.peek();
            if (token.is(TokenKind.NAME) && cursor.peek(1).is(TokenKind.ASSIGN)) {
                cursor.next();
                cursor.next();
                if (!names.add(token.text())) {
                    throw cursor.error(
                            ErrorCode.K_PAR_003, "The argument '" + token.value() + "' is given twice", token, null);
                }
                keywords.add(new Argument(cursor.position(token), token.text(), expressions.nested()));
            } else if (keywords.isEmpty()) {
                positional.add(expressions.nested());
            } else {
                throw cursor.error(ErrorCode.K_PAR_003, "A positional argument cannot follow a named one", token, null);
            }
        } while (cursor.accept(TokenKind.COMMA));
        cursor.expect(TokenKind.RIGHT_PAREN, "after the arguments");
        return new Arguments(List.copyOf(positional), List.copyOf(keywords));
    }

    /** A number, string, true, false or none, if one follows. */
    @Nullable
    Expr literal() {
        Token token = cursor.peek();
        if (token.is(TokenKind.STRING) || token.is(TokenKind.INTEGER) || token.is(TokenKind.FLOAT)) {
            cursor.next();
            return new Expr.Constant(cursor.position(token), token.value());
        }
        if (ComparisonParser.isConstant(token)) {
            cursor.next();
            return new Expr.Constant(cursor.position(token), constant(token.text()));
        }
        return null;
    }

    private static @Nullable Boolean constant(String word) {
        return switch (word) {
            case "true", "True" -> Boolean.TRUE;
            case "false", "False" -> Boolean.FALSE;
            default -> null;
        };
    }
}
