package dev.kida.compile;

import dev.kida.analyze.UnitPlan;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Emits pieces of a large unit as methods of their own, and the calls of these methods. */
final class PartEmitter {

    private static final String ARRAY = "[Ljava/lang/Object;";

    /** The name of a variable that no template can have. */
    private static final String ELEMENTS = "\0elements";

    /** What a part that was left by {@code break} or {@code continue} tells the unit it belongs to. */
    private static final int BREAK = 1;

    private static final int CONTINUE = 2;

    private final Unit unit;
    private final Code code;

    PartEmitter(Unit unit) {
        this.unit = unit;
        this.code = unit.code();
    }

    private void run(Consumer<Unit> emit) {
        List<Lexical.Variable> captured = unit.lexical().visible();
        UnitPlan part = unit.template().addPart(unit.plan(), captured, emit);
        code.load(code.activation);
        code.push(part.id());
        unit.capture(captured);
        code.loadPosition();
        code.invokeStatic(Types.PREPARE, "part", Types.method("AIoI", "O"));
        unit.calls().finishAsOutput(true);
    }

    // ---- statements ------------------------------------------------------------------------------------------------

    /** Statements, which may leave the loop around them. */
    void statements(List<Stmt> body) {
        if (body.stream().noneMatch(Parts::leavesLoop)) {
            run(part -> part.statements().body(body));
            return;
        }
        run(part -> leavable(part, body));
        Label stay = new Label();
        Label next = new Label();
        wasLeft(BREAK, next);
        unit.statements().leave(true);
        code.mark(next);
        wasLeft(CONTINUE, stay);
        unit.statements().leave(false);
        code.mark(stay);
    }

    private void wasLeft(int how, Label otherwise) {
        code.load(code.activation);
        code.push(how);
        code.invokeVirtual(Types.ACTIVATION, "left", "(I)Z");
        code.jump(Opcodes.IFEQ, otherwise);
    }

    private static void leavable(Unit part, List<Stmt> body) {
        Code code = part.code();
        Label leftByBreak = new Label();
        Label leftByContinue = new Label();
        Label end = new Label();
        Exits exits = part.statements().exits();
        exits.enterLoop(leftByBreak, leftByContinue);
        part.statements().body(body);
        exits.leave();
        code.go(end);
        code.mark(leftByBreak);
        tell(code, BREAK);
        code.go(end);
        code.mark(leftByContinue);
        tell(code, CONTINUE);
        code.mark(end);
    }

    private static void tell(Code code, int how) {
        code.load(code.activation);
        code.push(how);
        code.invokeVirtual(Types.ACTIVATION, "leave", "(I)V");
    }

    // ---- expressions -----------------------------------------------------------------------------------------------

    /** Leaves the value of an expression on the stack. */
    void value(Expr expression) {
        run(part -> {
            Code inner = part.code();
            part.root(expression);
            part.expressions().value(expression);
            Local value = inner.keep();
            inner.load(inner.activation);
            inner.load(value);
            inner.invokeVirtual(Types.ACTIVATION, "hand", Types.method("O", "V"));
        });
        code.load(code.activation);
        code.invokeVirtual(Types.ACTIVATION, "handed", Types.method("", "O"));
    }

    /** Leaves a long array with the values of expressions on the stack. */
    void array(List<Expr> expressions) {
        code.push(expressions.size());
        code.method.visitTypeInsn(Opcodes.ANEWARRAY, Types.OBJECT);
        Local array = code.keep(ARRAY);
        unit.lexical().enterVariables();
        unit.lexical().bind(ELEMENTS, array, false);
        int from = 0;
        for (List<Expr> piece : unit.template().outline().pieces(expressions)) {
            fill(array, from, piece);
            from += piece.size();
        }
        unit.lexical().leave();
        code.load(array);
        code.release(array);
    }

    private void fill(Local array, int from, List<Expr> piece) {
        if (piece.stream().allMatch(Expr.Constant.class::isInstance)) {
            code.constant(
                    piece.stream().map(each -> ((Expr.Constant) each).value()).toArray(), ARRAY);
            code.load(array);
            code.push(from);
            code.invokeStatic(Types.STATEMENTS, "fill", Types.method("ooI", "V"));
            return;
        }
        run(part -> elements(part, from, piece));
    }

    private static void elements(Unit part, int from, List<Expr> piece) {
        Code code = part.code();
        Lexical.Variable variable =
                java.util.Objects.requireNonNull(part.lexical().variable(ELEMENTS));
        code.load(variable.local());
        code.method.visitTypeInsn(Opcodes.CHECKCAST, ARRAY);
        Local array = code.keep(ARRAY);
        for (int i = 0; i < piece.size(); i++) {
            part.expressions().value(piece.get(i));
            Local value = code.keep();
            code.load(array);
            code.push(from + i);
            code.load(value);
            code.method.visitInsn(Opcodes.AASTORE);
            code.release(value);
        }
    }
}
