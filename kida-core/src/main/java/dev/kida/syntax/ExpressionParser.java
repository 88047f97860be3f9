package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the loose half of the operators: {@code ??}, the conditional, logic, comparisons, {@code + - ~} and filters. */
final class ExpressionParser {

    /** Levels of brackets and prefix operators; the recursion of this class and its helpers depends on it. */
    private static final int NESTING_LIMIT = 250;

    private static final String TOO_DEEP = "The expression is nested more than " + NESTING_LIMIT + " levels deep";

    private final Cursor cursor;
    private final OperandParser operands;
    private final FilterParser filters;
    private final ComparisonParser comparisons;
    private final ArgumentParser arguments;
    private int depth;

    ExpressionParser(Cursor cursor) {
        this.cursor = cursor;
        this.arguments = new ArgumentParser(cursor, this);
        this.operands = new OperandParser(cursor, this, arguments);
        this.filters = new FilterParser(cursor, arguments);
        this.comparisons = new ComparisonParser(cursor, this, arguments);
    }

    /** A whole expression. */
    Expr expression() {
        return checked(nested());
    }

    /** An expression, or several separated by commas, which make a tuple. */
    Expr tupleOrExpression() {
        Position position = cursor.position();
        Expr first = expression();
        if (!cursor.at(TokenKind.COMMA)) {
            return first;
        }
        List<Expr> elements = new ArrayList<>(List.of(first));
        while (cursor.accept(TokenKind.COMMA) && !cursor.peek().kind().endsTag()) {
            elements.add(expression());
        }
        return new Expr.TupleLiteral(position, List.copyOf(elements));
    }

    /** Operands of {@code or} joined by {@code ??}: where an {@code if} that follows is not part of the expression. */
    Expr coalesceWithoutConditional() {
        return checked(coalesceRest(or(), false));
    }

    /** Neither {@code ??} nor a conditional. */
    Expr orExpression() {
        enter();
        Expr expression = or();
        leave();
        return checked(expression);
    }

    /** A number, string, true, false or none, if one follows. */
    @Nullable
    Expr literal() {
        return arguments.literal();
    }

    FilterParser filters() {
        return filters;
    }

    /** An expression inside another one. */
    Expr nested() {
        enter();
        Expr first = or();
        if (cursor.atName("if")) {
            first = conditionalRest(first);
        }
        if (cursor.at(TokenKind.COALESCE)) {
            first = coalesceRest(first, true);
        }
        leave();
        return first;
    }

    /** The fallbacks behind an operand; they group from the right. */
    private Expr coalesceRest(Expr first, boolean conditionals) {
        List<Expr> operands = new ArrayList<>(List.of(first));
        List<Position> operators = new ArrayList<>(1);
        while (cursor.at(TokenKind.COALESCE)) {
            operators.add(cursor.position(cursor.next()));
            Expr operand = or();
            operands.add(warnAboutFilter(conditionals && cursor.atName("if") ? conditionalRest(operand) : operand));
        }
        Expr result = operands.get(operands.size() - 1);
        for (int i = operators.size() - 1; i >= 0; i--) {
            result = new Expr.Coalesce(operators.get(i), operands.get(i), result);
        }
        return result;
    }

    /** {@code x ?? [] | length} applies the filter to the fallback only; brackets show that this is meant. */
    private Expr warnAboutFilter(Expr operand) {
        if (operand instanceof Expr.Filter filter
                && (filter.pipe() == Expr.Pipe.PIPE || filter.pipe() == Expr.Pipe.OPTIONAL)
                && filters.isUnbracketed(filter)) {
            cursor.warn(
                    ErrorCode.K_WARN_001,
                    "The filter '" + filter.name() + "' applies to the right side of '??' only",
                    filter.position(),
                    "Write (a ?? b) | " + filter.name() + ", or put the right side in brackets to keep the meaning");
        }
        return operand;
    }

    /** {@code a if b else c if d else e}; a chain of any length is folded from its end. */
    private Expr conditionalRest(Expr first) {
        List<Expr> values = new ArrayList<>(List.of(first));
        List<Expr> tests = new ArrayList<>(1);
        List<Position> positions = new ArrayList<>(1);
        boolean open = true;
        while (open && cursor.atName("if")) {
            positions.add(cursor.position(cursor.next()));
            tests.add(or());
            open = cursor.acceptName("else");
            if (open) {
                values.add(or());
            }
        }
        Expr result = open ? values.get(tests.size()) : null;
        for (int i = tests.size() - 1; i >= 0; i--) {
            result = new Expr.Conditional(positions.get(i), tests.get(i), values.get(i), result);
        }
        return Objects.requireNonNull(result);
    }

    // Every level takes its first operand as far as it has been read and adds what follows: an operand in brackets then
    // costs the stack a few frames, not one for each level.

    private Expr or() {
        Expr left = andRest(not());
        while (cursor.at(TokenKind.OR)) {
            Position position = cursor.position(cursor.next());
            left = new Expr.Logical(position, false, left, andRest(not()));
        }
        return left;
    }

    private Expr andRest(Expr first) {
        Expr left = first;
        while (cursor.at(TokenKind.AND)) {
            Position position = cursor.position(cursor.next());
            left = new Expr.Logical(position, true, left, not());
        }
        return left;
    }

    private Expr not() {
        List<Position> positions = new ArrayList<>(0);
        while (cursor.at(TokenKind.NOT)) {
            positions.add(cursor.position(cursor.next()));
        }
        Position start = cursor.position();
        Expr operand = operands.unary();
        operand = additiveRest(filters.filteredRest(operands.productRest(operand)));
        operand = comparisons.comparisonRest(start, operand);
        for (int i = positions.size() - 1; i >= 0; i--) {
            operand = new Expr.Unary(positions.get(i), Expr.UnaryOperator.NOT, operand);
        }
        return operand;
    }

    /** Sums, differences and concatenations of filtered operands. */
    Expr additive() {
        Expr first = operands.unary();
        return additiveRest(filters.filteredRest(operands.productRest(first)));
    }

    private Expr additiveRest(Expr first) {
        Expr left = first;
        while (true) {
            Expr.BinaryOperator operator =
                    switch (cursor.peek().kind()) {
                        case PLUS -> Expr.BinaryOperator.ADD;
                        case MINUS -> Expr.BinaryOperator.SUBTRACT;
                        case TILDE -> Expr.BinaryOperator.CONCAT;
                        default -> null;
                    };
            if (operator == null) {
                return left;
            }
            Position position = cursor.position(cursor.next());
            Expr right = operands.unary();
            left = new Expr.Binary(position, operator, left, filters.filteredRest(operands.productRest(right)));
        }
    }

    // nesting

    void enter() {
        if (++depth > NESTING_LIMIT) {
            throw cursor.error(ErrorCode.K_PAR_003, TOO_DEEP, cursor.peek(), "Compute parts of it with 'let'");
        }
    }

    void leave() {
        depth--;
    }

    /** Long chains are read without recursion; whoever walks the tree later needs a bound on its height. */
    private Expr checked(Expr expression) {
        Expr tooDeep = depth > 0 ? null : ExprHeight.exceeding(expression);
        if (tooDeep != null) {
            throw cursor.error(
                    ErrorCode.K_PAR_003,
                    "The expression has too many operators in a row",
                    tooDeep.position(),
                    "Compute parts of it with 'let'");
        }
        return expression;
    }
}
