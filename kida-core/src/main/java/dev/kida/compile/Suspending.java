package dev.kida.compile;

import dev.kida.analyze.Children;
import dev.kida.syntax.Expr;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which expressions need an empty operand stack: those with a guard that catches, since a handler starts with an empty
 * stack, and in the resumable shape those that may have to wait.
 */
final class Suspending {

    private final boolean resumable;
    private final Unit unit;
    private final Map<Expr, Boolean> known = new IdentityHashMap<>();

    Suspending(Unit unit) {
        this.resumable = unit.code().resumable;
        this.unit = unit;
    }

    boolean needsEmptyStack(Expr expression) {
        Boolean answer = known.get(expression);
        if (answer == null) {
            answer = own(expression) || anyNeedsEmptyStack(Children.of(expression));
            known.put(expression, answer);
        }
        return answer;
    }

    private boolean anyNeedsEmptyStack(List<Expr> expressions) {
        for (Expr expression : expressions) {
            if (needsEmptyStack(expression)) {
                return true;
            }
        }
        return false;
    }

    private boolean own(Expr expression) {
        if (expression instanceof Expr.Coalesce node) {
            return !isSoft(node.left());
        }
        if (expression instanceof Expr.Filter node && isDefault(node)) {
            return !isSoft(node.value());
        }
        if (expression instanceof Expr.Test node && isDefinedTest(node)) {
            return !isSoft(node.value());
        }
        return resumable
                && (expression instanceof Expr.Await
                        || expression instanceof Expr.Call
                        || unit.isCut(expression)
                        || unit.template().outline().isWide(Children.of(expression)));
    }

    /** Whether an undefined error in the expression can be told by its value, without a handler. */
    static boolean isSoft(Expr expression) {
        return expression instanceof Expr.Name
                || expression instanceof Expr.Constant
                || (expression instanceof Expr.Attribute attribute
                        && !attribute.optional()
                        && isSoft(attribute.object()));
    }

    static boolean isDefault(Expr.Filter node) {
        return node.pipe() == Expr.Pipe.PIPE
                && (node.name().equals("default") || node.name().equals("d"));
    }

    static boolean isDefinedTest(Expr.Test node) {
        return node.name().equals("defined") || node.name().equals("undefined");
    }
}
