package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Reads the tight half of the operators: products, prefix operators, powers and what follows an operand. */
final class OperandParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final ArgumentParser arguments;
    private final PrimaryParser primaries;

    OperandParser(Cursor cursor, ExpressionParser expressions, ArgumentParser arguments) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.arguments = arguments;
        this.primaries = new PrimaryParser(cursor, expressions, arguments);
    }

    /** The products a first operand belongs to. */
    Expr productRest(Expr first) {
        Expr left = first;
        while (true) {
            Expr.BinaryOperator operator =
                    switch (cursor.peek().kind()) {
                        case MULTIPLY -> Expr.BinaryOperator.MULTIPLY;
                        case DIVIDE -> Expr.BinaryOperator.DIVIDE;
                        case FLOOR_DIVIDE -> Expr.BinaryOperator.FLOOR_DIVIDE;
                        case MODULO -> Expr.BinaryOperator.MODULO;
                        default -> null;
                    };
            if (operator == null) {
                return left;
            }
            Position position = cursor.position(cursor.next());
            left = new Expr.Binary(position, operator, left, unary());
        }
    }

    /** An operand with the prefix operators before it, with what is written behind it, and its exponent. */
    Expr unary() {
        Token token = cursor.peek();
        if (token.is(TokenKind.PLUS) || token.is(TokenKind.MINUS) || token.isName("await")) {
            return prefixed(cursor.next());
        }
        Expr base = primaries.primary();
        for (Expr extended = trailer(base); extended != null; extended = trailer(base)) {
            base = extended;
        }
        if (!cursor.at(TokenKind.POWER)) {
            return base;
        }
        Position position = cursor.position(cursor.next());
        return new Expr.Binary(position, Expr.BinaryOperator.POWER, base, deeper());
    }

    private Expr prefixed(Token operator) {
        Expr operand = deeper();
        Position position = cursor.position(operator);
        return switch (operator.kind()) {
            case PLUS -> new Expr.Unary(position, Expr.UnaryOperator.PLUS, operand);
            case MINUS -> new Expr.Unary(position, Expr.UnaryOperator.NEGATE, operand);
            default -> {
                primaries.sawAwait();
                yield new Expr.Await(position, operand);
            }
        };
    }

    /** An operand one level further down. */
    private Expr deeper() {
        expressions.enter();
        Expr operand = unary();
        expressions.leave();
        return operand;
    }

    private @Nullable Expr trailer(Expr operand) {
        return switch (cursor.peek().kind()) {
            case DOT, OPTIONAL_DOT -> attribute(operand);
            case LEFT_BRACKET, OPTIONAL_BRACKET -> subscript(operand);
            case RANGE, ELLIPSIS -> range(operand);
            case LEFT_PAREN -> {
                Position position = cursor.position();
                ArgumentParser.Arguments list = arguments.arguments();
                yield new Expr.Call(position, operand, list.positional(), list.keywords());
            }
            default -> null;
        };
    }

    private Expr attribute(Expr operand) {
        Token dot = cursor.next();
        if (!cursor.at(TokenKind.NAME)) {
            throw cursor.error(
                    ErrorCode.K_PAR_003,
                    "Expected a name after '" + dot.value() + "', found "
                            + cursor.peek().describe(),
                    cursor.peek(),
                    cursor.at(TokenKind.INTEGER) ? "Write [0] to read an element by its index" : null);
        }
        String name = cursor.next().text();
        return new Expr.Attribute(cursor.position(dot), operand, name, dot.is(TokenKind.OPTIONAL_DOT));
    }

    private Expr subscript(Expr operand) {
        Token bracket = cursor.next();
        Position position = cursor.position(bracket);
        boolean optional = bracket.is(TokenKind.OPTIONAL_BRACKET);
        Expr start = cursor.at(TokenKind.COLON) ? null : expressions.nested();
        if (!cursor.at(TokenKind.COLON) && start != null) {
            cursor.expect(TokenKind.RIGHT_BRACKET, "after the subscript");
            return new Expr.Item(position, operand, start, optional);
        }
        cursor.expect(TokenKind.COLON, "in the slice");
        Expr stop = slicePart();
        Expr step = cursor.accept(TokenKind.COLON) ? slicePart() : null;
        cursor.expect(TokenKind.RIGHT_BRACKET, "after the slice");
        return new Expr.Slice(position, operand, start, stop, step, optional);
    }

    private @Nullable Expr slicePart() {
        return cursor.at(TokenKind.COLON) || cursor.at(TokenKind.RIGHT_BRACKET) ? null : expressions.nested();
    }

    private Expr range(Expr start) {
        Token dots = cursor.next();
        Expr end = deeper();
        Expr step = cursor.acceptName("by") ? deeper() : null;
        return new Expr.RangeLiteral(cursor.position(dots), start, end, dots.is(TokenKind.RANGE), step);
    }
}
