package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what operators are applied to: names, literals, brackets and comprehensions. */
final class PrimaryParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final ArgumentParser arguments;
    private final TargetParser targets;

    /** How many {@code await} were read so far; a comprehension must not have one in its element or condition. */
    private int awaits;

    PrimaryParser(Cursor cursor, ExpressionParser expressions, ArgumentParser arguments) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.arguments = arguments;
        this.targets = new TargetParser(cursor);
    }

    void sawAwait() {
        awaits++;
    }

    Expr primary() {
        Expr literal = arguments.literal();
        if (literal != null) {
            return literal;
        }
        Token token = cursor.peek();
        return switch (token.kind()) {
            case NAME -> new Expr.Name(cursor.position(cursor.next()), token.text());
            case LEFT_PAREN -> parentheses();
            case LEFT_BRACKET -> list();
            case LEFT_BRACE -> dict();
            default ->
                throw cursor.error(
                        ErrorCode.K_PAR_003, "Expected an expression, found " + token.describe(), token, hint(token));
        };
    }

    private static @Nullable String hint(Token token) {
        return switch (token.kind()) {
            case MULTIPLY, POWER -> "Arguments cannot be spread with '*' or '**'";
            case DOT -> "Write 0.5 instead of .5";
            default -> null;
        };
    }

    /** An expression in parentheses, or a tuple. */
    private Expr parentheses() {
        Position position = cursor.position(cursor.next());
        if (cursor.accept(TokenKind.RIGHT_PAREN)) {
            return new Expr.TupleLiteral(position, List.of());
        }
        Expr first = expressions.nested();
        if (!cursor.at(TokenKind.COMMA)) {
            cursor.expect(TokenKind.RIGHT_PAREN, "to close the parenthesis");
            return first;
        }
        List<Expr> elements = rest(first, TokenKind.RIGHT_PAREN, "to close the tuple");
        return new Expr.TupleLiteral(position, elements);
    }

    private Expr list() {
        Position position = cursor.position(cursor.next());
        if (cursor.accept(TokenKind.RIGHT_BRACKET)) {
            return new Expr.ListLiteral(position, List.of());
        }
        int before = awaits;
        Expr first = expressions.nested();
        if (cursor.atName("for")) {
            return comprehension(position, first, before);
        }
        return new Expr.ListLiteral(position, rest(first, TokenKind.RIGHT_BRACKET, "to close the list"));
    }

    /** Elements after the first one, up to the closing bracket; a trailing comma is allowed. */
    private List<Expr> rest(Expr first, TokenKind closer, String where) {
        List<Expr> elements = new ArrayList<>();
        elements.add(first);
        while (cursor.accept(TokenKind.COMMA) && !cursor.at(closer)) {
            elements.add(expressions.nested());
        }
        cursor.expect(closer, where);
        return List.copyOf(elements);
    }

    private Expr comprehension(Position position, Expr element, int awaitsBefore) {
        boolean awaited = awaits > awaitsBefore;
        cursor.next();
        Target target = targets.loopTarget();
        cursor.expect(TokenKind.IN, "in the comprehension");
        Expr iterable = expressions.orExpression();
        int beforeCondition = awaits;
        Expr condition = cursor.acceptName("if") ? expressions.orExpression() : null;
        if (awaited || awaits > beforeCondition) {
            throw cursor.error(
                    ErrorCode.K_PAR_003,
                    "'await' is not allowed in a comprehension",
                    position,
                    "Use a 'for' block, or await the values before");
        }
        if (cursor.atName("for")) {
            throw cursor.error(
                    ErrorCode.K_PAR_003,
                    "A comprehension has one 'for' only",
                    cursor.peek(),
                    "Use nested 'for' blocks");
        }
        cursor.expect(TokenKind.RIGHT_BRACKET, "to close the comprehension");
        return new Expr.Comprehension(position, element, target, iterable, condition);
    }

    private Expr dict() {
        Position position = cursor.position(cursor.next());
        List<Expr> keys = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        while (!cursor.at(TokenKind.RIGHT_BRACE)) {
            keys.add(expressions.nested());
            cursor.expect(TokenKind.COLON, "after the key");
            values.add(expressions.nested());
            if (!cursor.accept(TokenKind.COMMA)) {
                break;
            }
        }
        if (!cursor.accept(TokenKind.RIGHT_BRACE)) {
            throw cursor.unexpected(
                    "'}' to close the map",
                    cursor.at(TokenKind.VARIABLE_END)
                            ? "Two adjacent '}' end the tag, put a space between them"
                            : null);
        }
        return new Expr.DictLiteral(position, List.copyOf(keys), List.copyOf(values));
    }
}
