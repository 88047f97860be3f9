package dev.kida.compile;

import dev.kida.syntax.Expr;
import org.jspecify.annotations.Nullable;

/** Which operands are read as numbers, judged by their syntax (spec 02 §11.1). */
final class Coercion {

    private Coercion() {}

    static boolean applies(@Nullable Expr operand) {
        if (operand instanceof Expr.Call || operand instanceof Expr.Filter) {
            return true;
        }
        if (operand instanceof Expr.Unary unary) {
            return applies(unary.operand());
        }
        if (operand instanceof Expr.Binary binary) {
            return applies(binary.left()) || applies(binary.right());
        }
        return operand instanceof Expr.Conditional conditional
                && (applies(conditional.test()) || applies(conditional.then()) || applies(conditional.otherwise()));
    }
}
