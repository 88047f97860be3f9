package dev.kida.compile;

import dev.kida.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Emits conditions as jumps, so that comparisons and tests need no boxed boolean. */
final class ConditionEmitter {

    /** Up to here, every integer is a double. */
    private static final long EXACT_DOUBLE = 1L << 53;

    private final Unit unit;
    private final Code code;
    private final ExpressionEmitter expressions;

    ConditionEmitter(Unit unit, ExpressionEmitter expressions) {
        this.unit = unit;
        this.code = unit.code();
        this.expressions = expressions;
    }

    /** Jumps when the condition is false; falls through when it is true. */
    void jumpUnless(Expr condition, Label target) {
        if (unit.isCut(condition)) {
            truth(condition);
            code.jump(Opcodes.IFEQ, target);
        } else if (condition instanceof Expr.Unary unary && unary.operator() == Expr.UnaryOperator.NOT) {
            jumpIf(unary.operand(), target);
        } else if (condition instanceof Expr.Logical logical && logical.and()) {
            jumpUnless(logical.left(), target);
            jumpUnless(logical.right(), target);
        } else if (condition instanceof Expr.Logical logical) {
            Label yes = new Label();
            jumpIf(logical.left(), yes);
            jumpUnless(logical.right(), target);
            code.mark(yes);
        } else {
            truth(condition);
            code.jump(Opcodes.IFEQ, target);
        }
    }

    /** Jumps when the condition is true. */
    void jumpIf(Expr condition, Label target) {
        if (unit.isCut(condition)) {
            truth(condition);
            code.jump(Opcodes.IFNE, target);
        } else if (condition instanceof Expr.Unary unary && unary.operator() == Expr.UnaryOperator.NOT) {
            jumpUnless(unary.operand(), target);
        } else if (condition instanceof Expr.Logical logical && !logical.and()) {
            jumpIf(logical.left(), target);
            jumpIf(logical.right(), target);
        } else if (condition instanceof Expr.Logical logical) {
            Label no = new Label();
            jumpUnless(logical.left(), no);
            jumpIf(logical.right(), target);
            code.mark(no);
        } else {
            truth(condition);
            code.jump(Opcodes.IFNE, target);
        }
    }

    /** Leaves a {@code Boolean} on the stack. */
    void asBoolean(Expr condition) {
        if (condition instanceof Expr.Comparison comparison) {
            comparison(comparison);
        } else {
            Label no = new Label();
            Label done = new Label();
            jumpUnless(condition, no);
            code.push(1);
            code.go(done);
            code.mark(no);
            code.push(0);
            code.mark(done);
        }
        code.bool();
    }

    /** Leaves the truth of an expression on the stack, as an int. */
    private void truth(Expr condition) {
        if (unit.isCut(condition)) {
            expressions.value(condition);
            code.invokeStatic(Types.VALUE + "Truth", "of", Types.method("O", "Z"));
        } else if (condition instanceof Expr.Comparison comparison) {
            comparison(comparison);
        } else if (condition instanceof Expr.Test test) {
            test(test);
        } else if (!(condition instanceof Expr.Attribute attribute)
                || !expressions.access().loopTruth(attribute)) {
            expressions.value(condition);
            code.invokeStatic(Types.VALUE + "Truth", "of", Types.method("O", "Z"));
        }
    }

    // ---- comparisons -----------------------------------------------------------------------------------------------

    private void comparison(Expr.Comparison node) {
        List<Expr.Link> links = node.links();
        Long exact = links.size() == 1 ? exact(links.get(0)) : null;
        if (exact != null) {
            expressions.value(node.first());
            compareExactly(links.get(0), exact);
            return;
        }
        if (links.size() == 1) {
            expressions.values(node.first(), links.get(0).operand());
            compare(links.get(0));
            return;
        }
        Label no = new Label();
        Label done = new Label();
        List<Local> kept = new ArrayList<>();
        expressions.value(node.first());
        Local left = code.keep();
        kept.add(left);
        for (int i = 0; i < links.size(); i++) {
            expressions.value(links.get(i).operand());
            Local right = code.keep();
            kept.add(right);
            code.load(left);
            code.load(right);
            compare(links.get(i));
            left = right;
            if (i < links.size() - 1) {
                code.jump(Opcodes.IFEQ, no);
            }
        }
        code.go(done);
        code.mark(no);
        code.push(0);
        code.mark(done);
        kept.forEach(code::release);
    }

    /** The integer that a link compares with, if it is written there and a double holds it exactly. */
    private static @Nullable Long exact(Expr.Link link) {
        boolean ordered =
                switch (link.comparator()) {
                    case EQ, NE, LT, LE, GT, GE -> true;
                    default -> false;
                };
        return ordered
                        && link.operand() instanceof Expr.Constant constant
                        && constant.value() instanceof Long number
                        && Math.abs(number) <= EXACT_DOUBLE
                ? number
                : null;
    }

    private void compareExactly(Expr.Link link, long number) {
        code.at(link.position());
        code.method.visitLdcInsn(number);
        String name =
                switch (link.comparator()) {
                    case LT -> "lessThan";
                    case LE -> "atMost";
                    case GT -> "greaterThan";
                    case GE -> "atLeast";
                    default -> "equalTo";
                };
        compare(link, name, "OJ");
    }

    private void compare(Expr.Link link) {
        code.at(link.position());
        String name =
                switch (link.comparator()) {
                    case EQ, NE -> "equal";
                    case LT -> "less";
                    case LE -> "lessEqual";
                    case GT -> "greater";
                    case GE -> "greaterEqual";
                    case IN, NOT_IN -> "contains";
                    case IS, IS_NOT -> "identical";
                };
        if (unit.template().bounded()) {
            code.load(code.activation);
            code.invokeStatic(Types.BOUNDED, name, Types.method("OOA", "Z"));
            negateFor(link);
        } else {
            compare(link, name, "OO");
        }
    }

    private void compare(Expr.Link link, String method, String operands) {
        code.invokeStatic(Types.VALUE + "Comparisons", method, Types.method(operands, "Z"));
        negateFor(link);
    }

    private void negateFor(Expr.Link link) {
        boolean negated =
                switch (link.comparator()) {
                    case NE, NOT_IN, IS_NOT -> true;
                    default -> false;
                };
        if (negated) {
            negate();
        }
    }

    void negate() {
        code.push(1);
        code.method.visitInsn(Opcodes.IXOR);
    }

    // ---- tests -----------------------------------------------------------------------------------------------------

    /** Leaves the answer of a test on the stack, as an int. */
    void test(Expr.Test node) {
        if (Suspending.isDefinedTest(node)) {
            expressions.guards().guarded(node.value());
            code.push(keepsNull(node.value()) ? 1 : 0);
            code.invokeStatic(Types.STATEMENTS, "isDefined", Types.method("OZ", "Z"));
            if (node.negated() != node.name().equals("undefined")) {
                negate();
            }
            return;
        }
        unit.calls().test(node);
        code.invokeStatic(Types.VALUE + "Truth", "of", Types.method("O", "Z"));
        if (node.negated()) {
            negate();
        }
    }

    /** An attribute that is null is defined (decision on null attributes); a null variable is not. */
    private static boolean keepsNull(Expr subject) {
        return subject instanceof Expr.Attribute attribute && !attribute.optional();
    }
}
