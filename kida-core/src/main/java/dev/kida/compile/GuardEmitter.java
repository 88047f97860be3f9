package dev.kida.compile;

import dev.kida.syntax.Expr;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Emits what tolerates undefined names: {@code ??}, the {@code default} filter, {@code is defined} (spec 02 §5.1). */
final class GuardEmitter {

    private final Unit unit;
    private final Code code;
    private final ExpressionEmitter expressions;

    GuardEmitter(Unit unit, ExpressionEmitter expressions) {
        this.unit = unit;
        this.code = unit.code();
        this.expressions = expressions;
    }

    /** Leaves the value of an expression on the stack, or the undefined value where it raises an undefined error. */
    void guarded(Expr expression) {
        if (Suspending.isSoft(expression)) {
            soft(expression);
            return;
        }
        Label from = new Label();
        Label to = new Label();
        Label handler = new Label();
        Label done = new Label();
        code.load(code.activation);
        code.invokeVirtual(Types.ACTIVATION, "mark", "()" + Types.desc(Types.UNDO));
        Local mark = code.keep(Types.UNDO);
        code.mark(from);
        expressions.value(expression);
        Local result = code.keep();
        code.mark(to);
        code.go(done);
        code.mark(handler);
        code.pop();
        code.load(code.activation);
        code.load(mark);
        code.invokeVirtual(Types.ACTIVATION, "unwind", "(" + Types.desc(Types.UNDO) + ")V");
        code.undefined();
        code.store(result);
        code.mark(done);
        code.handle(from, to, handler, Types.UNDEFINED_EXCEPTION);
        code.load(result);
        code.release(result);
        code.release(mark);
    }

    private void soft(Expr expression) {
        if (expression instanceof Expr.Name name) {
            code.at(name.position());
            expressions.access().name(name.name(), true);
        } else if (expression instanceof Expr.Attribute attribute) {
            soft(attribute.object());
            code.at(attribute.position());
            expressions.access().member(attribute.name(), AccessEmitter.LENIENT);
        } else {
            expressions.value(expression);
        }
    }

    void coalesce(Expr.Coalesce node) {
        Label done = new Label();
        guarded(node.left());
        code.dup();
        code.invokeStatic(Types.STATEMENTS, "isPresent", Types.method("O", "Z"));
        code.jump(Opcodes.IFNE, done);
        code.pop();
        expressions.value(node.right());
        code.mark(done);
    }

    void defaultFilter(Expr.Filter node) {
        guarded(node.value());
        unit.calls().filterOn(node);
    }
}
