package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads comparison chains and tests. */
final class ComparisonParser {

    private static final Set<String> CONSTANTS = Set.of("true", "True", "false", "False", "none", "None");

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final ArgumentParser arguments;

    ComparisonParser(Cursor cursor, ExpressionParser expressions, ArgumentParser arguments) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.arguments = arguments;
    }

    /** Whether a name is one of the spellings of true, false and none. */
    static boolean isConstant(Token token) {
        return token.is(TokenKind.NAME) && CONSTANTS.contains(token.text());
    }

    /** The comparisons and tests that follow an operand. */
    Expr comparisonRest(Position start, Expr operand) {
        Expr first = operand;
        List<Expr.Link> links = new ArrayList<>(0);
        while (true) {
            Token operator = cursor.peek();
            Expr.Comparator comparator = comparator(operator);
            if (comparator == null) {
                return links.isEmpty() ? first : new Expr.Comparison(start, first, List.copyOf(links));
            }
            boolean identity = comparator == Expr.Comparator.IS || comparator == Expr.Comparator.IS_NOT;
            if (!identity || !atTest()) {
                links.add(new Expr.Link(cursor.position(operator), comparator, expressions.additive()));
                continue;
            }
            boolean negated = comparator == Expr.Comparator.IS_NOT;
            int last = links.size() - 1;
            if (last < 0) {
                first = test(first, negated);
            } else {
                // a test belongs to the operand right before it: 9 < (i is odd)
                Expr.Link link = links.get(last);
                links.set(last, new Expr.Link(link.position(), link.comparator(), test(link.operand(), negated)));
            }
        }
    }

    /** Reads a comparison operator, if there is one. */
    private Expr.@Nullable Comparator comparator(Token token) {
        Expr.Comparator comparator =
                switch (token.kind()) {
                    case EQ -> Expr.Comparator.EQ;
                    case NE -> Expr.Comparator.NE;
                    case LT -> Expr.Comparator.LT;
                    case LE -> Expr.Comparator.LE;
                    case GT -> Expr.Comparator.GT;
                    case GE -> Expr.Comparator.GE;
                    case IN -> Expr.Comparator.IN;
                    case NOT -> Expr.Comparator.NOT_IN;
                    case IS -> cursor.peek(1).is(TokenKind.NOT) ? Expr.Comparator.IS_NOT : Expr.Comparator.IS;
                    default -> null;
                };
        if (comparator == null) {
            return null;
        }
        cursor.next();
        if (comparator == Expr.Comparator.IS_NOT) {
            cursor.next();
        } else if (comparator == Expr.Comparator.NOT_IN && !cursor.accept(TokenKind.IN)) {
            throw cursor.error(ErrorCode.K_PAR_003, "'not' after an operand has to be followed by 'in'", token, null);
        }
        return comparator;
    }

    /** After {@code is}: a name starts a test, anything else is compared for identity. */
    private boolean atTest() {
        Token token = cursor.peek();
        return token.is(TokenKind.IN) || (token.is(TokenKind.NAME) && !isConstant(token));
    }

    private Expr test(Expr operand, boolean negated) {
        Token name = cursor.next();
        Position position = cursor.position(name);
        if (cursor.at(TokenKind.LEFT_PAREN)) {
            ArgumentParser.Arguments list = arguments.arguments();
            return new Expr.Test(position, operand, name.text(), list.positional(), list.keywords(), negated);
        }
        Expr bare = arguments.literal();
        List<Expr> positional = bare == null ? List.of() : List.of(bare);
        return new Expr.Test(position, operand, name.text(), positional, List.of(), negated);
    }
}
