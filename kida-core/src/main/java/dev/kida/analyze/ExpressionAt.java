package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.ExprChildren;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the expression that was being evaluated at a place of a template. */
public final class ExpressionAt {

    private final Predicate<Position> here;
    private @Nullable Expr ofStatement;

    private ExpressionAt(Predicate<Position> here) {
        this.here = here;
    }

    /**
     * The outermost expression with an operator at a place, or the first expression of a statement that begins there.
     *
     * @param here whether a position is that place
     * @return null when nothing of the template is there
     */
    public static @Nullable Expr find(List<Stmt> body, Predicate<Position> here) {
        ExpressionAt search = new ExpressionAt(here);
        Expr found = search.inBody(body);
        return found == null ? search.ofStatement : found;
    }

    private @Nullable Expr inBody(List<Stmt> body) {
        for (Stmt statement : body) {
            List<Expr> expressions = Children.expressions(statement);
            if (ofStatement == null && !expressions.isEmpty() && here.test(statement.position())) {
                ofStatement = expressions.get(0);
            }
            for (Expr expression : expressions) {
                Expr found = inExpression(expression);
                if (found != null) {
                    return found;
                }
            }
            for (List<Stmt> inner : Children.bodies(statement)) {
                Expr found = inBody(inner);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable Expr inExpression(Expr root) {
        Deque<Expr> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Expr expression = open.pop();
            if (isHere(expression)) {
                return expression;
            }
            List<Expr> children = ExprChildren.of(expression);
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
        return null;
    }

    private boolean isHere(Expr expression) {
        if (expression instanceof Expr.Comparison comparison) {
            return comparison.links().stream().anyMatch(link -> here.test(link.position()));
        }
        // The call of a method fails at the dot before its name.
        boolean method = expression instanceof Expr.Call call
                && call.callee() instanceof Expr.Attribute attribute
                && here.test(attribute.position());
        return method || here.test(expression.position());
    }
}
