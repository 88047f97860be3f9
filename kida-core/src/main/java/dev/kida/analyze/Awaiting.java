package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import dev.kida.value.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a template waits for values, as far as its text says so. */
final class Awaiting {

    private Awaiting() {}

    /** Whether there is an {@code await} or {@code async for} that can be reached. */
    static boolean isIn(List<Stmt> body) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.For loop && loop.async()) {
                return true;
            }
            if (statement instanceof Stmt.Extension tag && tag.tag().async()) {
                return true;
            }
            if (statement instanceof Stmt.If node) {
                if (asyncIf(node)) {
                    return true;
                }
            } else if (anyAwaits(Children.expressions(statement)) || inAny(Children.bodies(statement))) {
                return true;
            }
        }
        return false;
    }

    private static boolean asyncIf(Stmt.If node) {
        for (Stmt.Branch branch : node.branches()) {
            if (awaits(branch.condition())) {
                return true;
            }
            if (Boolean.TRUE.equals(constantTruth(branch.condition()))) {
                break;
            }
        }
        return inAny(reachable(node));
    }

    /** The bodies that can be reached: none with a constant that is false, and none behind one that is true. */
    static List<List<Stmt>> reachable(Stmt.If node) {
        List<List<Stmt>> bodies = new ArrayList<>(2);
        for (Stmt.Branch branch : node.branches()) {
            Boolean known = constantTruth(branch.condition());
            if (!Boolean.FALSE.equals(known)) {
                bodies.add(branch.body());
            }
            if (Boolean.TRUE.equals(known)) {
                return bodies;
            }
        }
        bodies.add(node.otherwise());
        return bodies;
    }

    private static @Nullable Boolean constantTruth(Expr condition) {
        if (condition instanceof Expr.Constant constant) {
            return Truth.of(constant.value()) ? Boolean.TRUE : Boolean.FALSE;
        }
        if (condition instanceof Expr.Unary unary
                && unary.operator() == Expr.UnaryOperator.NOT
                && unary.operand() instanceof Expr.Constant constant) {
            return Truth.of(constant.value()) ? Boolean.FALSE : Boolean.TRUE;
        }
        return null;
    }

    private static boolean awaits(Expr expression) {
        return expression instanceof Expr.Await || anyAwaits(Children.of(expression));
    }

    private static boolean anyAwaits(List<Expr> expressions) {
        for (Expr expression : expressions) {
            if (awaits(expression)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inAny(List<List<Stmt>> bodies) {
        for (List<Stmt> body : bodies) {
            if (isIn(body)) {
                return true;
            }
        }
        return false;
    }
}
