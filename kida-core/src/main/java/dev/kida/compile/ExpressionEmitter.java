package dev.kida.compile;

import dev.kida.syntax.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Emits expressions: each leaves its value, an object, on the stack. What the operators mean is in {@code dev.kida.value}. */
final class ExpressionEmitter implements Expr.Visitor<@Nullable Void> {

    private final Unit unit;
    private final Code code;
    private final Suspending suspending;
    private final AccessEmitter access;
    private final GuardEmitter guards;
    private final ConditionEmitter conditions;

    ExpressionEmitter(Unit unit) {
        this.unit = unit;
        this.code = unit.code();
        this.suspending = new Suspending(unit);
        this.access = new AccessEmitter(unit, this);
        this.guards = new GuardEmitter(unit, this);
        this.conditions = new ConditionEmitter(unit, this);
    }

    /** Leaves the value of an expression on the stack. */
    void value(Expr expression) {
        if (unit.isCut(expression)) {
            unit.statements().parts().value(expression);
        } else {
            expression.accept(this);
        }
    }

    void optional(@Nullable Expr expression) {
        if (expression == null) {
            code.method.visitInsn(Opcodes.ACONST_NULL);
        } else {
            value(expression);
        }
    }

    boolean needsEmptyStack(Expr expression) {
        return suspending.needsEmptyStack(expression);
    }

    ConditionEmitter conditions() {
        return conditions;
    }

    AccessEmitter access() {
        return access;
    }

    /** Leaves the values on the stack in order; where one of them needs an empty stack, the others wait in variables. */
    void values(Expr... expressions) {
        values(List.of(expressions));
    }

    void values(List<Expr> expressions) {
        boolean apart = expressions.stream().skip(1).anyMatch(this::needsEmptyStack);
        if (!apart) {
            expressions.forEach(this::value);
            return;
        }
        List<Local> kept = expressions.stream()
                .map(expression -> {
                    value(expression);
                    return code.keep();
                })
                .toList();
        kept.forEach(code::load);
        kept.forEach(code::release);
    }

    /** Leaves an array with the values on the stack. The stack below must be empty when one of them needs that. */
    void array(List<Expr> expressions) {
        if (expressions.isEmpty()) {
            unit.emptyArray();
            return;
        }
        if (unit.template().outline().isWide(expressions)) {
            unit.statements().parts().array(expressions);
            return;
        }
        boolean apart = expressions.stream().anyMatch(this::needsEmptyStack);
        code.push(expressions.size());
        code.method.visitTypeInsn(Opcodes.ANEWARRAY, Types.OBJECT);
        Local array = apart ? code.keep("[Ljava/lang/Object;") : null;
        for (int i = 0; i < expressions.size(); i++) {
            if (array == null) {
                code.dup();
                code.push(i);
                value(expressions.get(i));
            } else {
                element(array, i, expressions.get(i));
            }
            code.method.visitInsn(Opcodes.AASTORE);
        }
        if (array != null) {
            code.load(array);
            code.release(array);
        }
    }

    /** Leaves the array, the index and the value on a stack that was empty while the value was computed. */
    private void element(Local array, int index, Expr expression) {
        value(expression);
        Local value = code.keep();
        code.load(array);
        code.push(index);
        code.load(value);
        code.release(value);
    }

    private void operation(String owner, String name, int operands) {
        code.invokeStatic(Types.VALUE + owner, name, Types.method("O".repeat(operands), "O"));
    }

    // ---- literals --------------------------------------------------------------------------------------------------

    @Override
    public @Nullable Void visitConstant(Expr.Constant node) {
        code.literal(node.value());
        return null;
    }

    @Override
    public @Nullable Void visitName(Expr.Name node) {
        code.at(node.position());
        access.name(node.name(), false);
        return null;
    }

    @Override
    public @Nullable Void visitTuple(Expr.TupleLiteral node) {
        array(node.elements());
        code.invokeStatic(Types.VALUE + "Tuple", "of", "([Ljava/lang/Object;)L" + Types.VALUE + "Tuple;");
        return null;
    }

    @Override
    public @Nullable Void visitList(Expr.ListLiteral node) {
        array(node.elements());
        code.invokeStatic(Types.STATEMENTS, "list", Types.method("o", "O"));
        return null;
    }

    @Override
    public @Nullable Void visitDict(Expr.DictLiteral node) {
        List<Expr> flat = new java.util.ArrayList<>();
        for (int i = 0; i < node.keys().size(); i++) {
            flat.add(node.keys().get(i));
            flat.add(node.values().get(i));
        }
        array(flat);
        code.at(node.position());
        code.invokeStatic(Types.STATEMENTS, "dict", Types.method("o", "O"));
        return null;
    }

    @Override
    public @Nullable Void visitComprehension(Expr.Comprehension node) {
        access.comprehension(node);
        return null;
    }

    @Override
    public @Nullable Void visitRange(Expr.RangeLiteral node) {
        Expr step = node.step();
        if (step == null) {
            values(node.start(), node.end());
            code.literal(null);
        } else {
            values(node.start(), node.end(), step);
        }
        code.at(node.position());
        code.push(node.inclusive() ? 1 : 0);
        if (unit.template().bounded()) {
            code.load(code.activation);
            code.invokeStatic(Types.BOUNDED, "range", Types.method("OOOZA", "O"));
        } else {
            code.invokeStatic(Types.STATEMENTS, "range", Types.method("OOOZ", "O"));
        }
        return null;
    }

    // ---- access ----------------------------------------------------------------------------------------------------

    @Override
    public @Nullable Void visitAttribute(Expr.Attribute node) {
        access.attribute(node);
        return null;
    }

    @Override
    public @Nullable Void visitItem(Expr.Item node) {
        access.item(node);
        return null;
    }

    @Override
    public @Nullable Void visitSlice(Expr.Slice node) {
        access.slice(node);
        return null;
    }

    @Override
    public @Nullable Void visitCall(Expr.Call node) {
        unit.calls().prepare(node);
        unit.calls().finishAsValue();
        return null;
    }

    @Override
    public @Nullable Void visitAwait(Expr.Await node) {
        String name = unit.contextName(node.operand());
        value(node.operand());
        code.at(node.position());
        if (!code.resumable) {
            code.pop();
            code.invokeStatic(Types.STATEMENTS, "cannotAwait", Types.method("", "O"));
            return null;
        }
        Local operand = code.keep();
        code.loadFrame();
        code.load(operand);
        code.release(operand);
        code.literal(name);
        code.invokeVirtual(Types.FRAME, "await", Types.method("OS", "O"));
        code.suspendIfPending();
        return null;
    }

    // ---- filters and tests -----------------------------------------------------------------------------------------

    @Override
    public @Nullable Void visitFilter(Expr.Filter node) {
        if (Suspending.isDefault(node)) {
            guards.defaultFilter(node);
        } else {
            unit.calls().filter(node);
        }
        return null;
    }

    @Override
    public @Nullable Void visitTest(Expr.Test node) {
        conditions.test(node);
        code.bool();
        return null;
    }

    @Override
    public @Nullable Void visitCoalesce(Expr.Coalesce node) {
        guards.coalesce(node);
        return null;
    }

    GuardEmitter guards() {
        return guards;
    }

    // ---- operators -------------------------------------------------------------------------------------------------

    @Override
    public @Nullable Void visitUnary(Expr.Unary node) {
        if (node.operator() == Expr.UnaryOperator.NOT) {
            conditions.asBoolean(node);
            return null;
        }
        value(node.operand());
        code.at(node.position());
        operation("Arithmetic", node.operator() == Expr.UnaryOperator.NEGATE ? "negate" : "plus", 1);
        return null;
    }

    @Override
    public @Nullable Void visitBinary(Expr.Binary node) {
        boolean coerces = node.operator() != Expr.BinaryOperator.ADD && node.operator() != Expr.BinaryOperator.CONCAT;
        boolean left = coerces && Coercion.applies(node.left());
        boolean right = coerces && Coercion.applies(node.right());
        if (needsEmptyStack(node.right())) {
            value(node.left());
            coerce(left);
            Local kept = code.keep();
            value(node.right());
            coerce(right);
            Local second = code.keep();
            code.load(kept);
            code.load(second);
            code.release(kept);
            code.release(second);
        } else {
            value(node.left());
            coerce(left);
            value(node.right());
            coerce(right);
        }
        code.at(node.position());
        String name =
                switch (node.operator()) {
                    case ADD -> "add";
                    case SUBTRACT -> "subtract";
                    case MULTIPLY -> "multiply";
                    case DIVIDE -> "divide";
                    case FLOOR_DIVIDE -> "floorDivide";
                    case MODULO -> "modulo";
                    case POWER -> "power";
                    case CONCAT -> "concat";
                };
        boolean grows =
                switch (node.operator()) {
                    case ADD, CONCAT, MULTIPLY, MODULO, POWER -> true;
                    default -> false;
                };
        if (grows && unit.template().bounded()) {
            code.load(code.activation);
            code.invokeStatic(Types.BOUNDED, name, Types.method("OOA", "O"));
        } else {
            operation("Arithmetic", name, 2);
        }
        return null;
    }

    private void coerce(boolean applies) {
        if (applies) {
            operation("Arithmetic", "coerce", 1);
        }
    }

    @Override
    public @Nullable Void visitLogical(Expr.Logical node) {
        Label done = new Label();
        value(node.left());
        code.dup();
        code.invokeStatic(Types.VALUE + "Truth", "of", Types.method("O", "Z"));
        code.jump(node.and() ? Opcodes.IFEQ : Opcodes.IFNE, done);
        code.pop();
        value(node.right());
        code.mark(done);
        return null;
    }

    @Override
    public @Nullable Void visitComparison(Expr.Comparison node) {
        conditions.asBoolean(node);
        return null;
    }

    @Override
    public @Nullable Void visitConditional(Expr.Conditional node) {
        Label otherwise = new Label();
        Label done = new Label();
        conditions.jumpUnless(node.test(), otherwise);
        value(node.then());
        code.go(done);
        code.mark(otherwise);
        Expr alternative = node.otherwise();
        if (alternative == null) {
            code.string("");
        } else {
            value(alternative);
        }
        code.mark(done);
        return null;
    }
}
