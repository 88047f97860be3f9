package dev.kida.compile;

import dev.kida.syntax.Stmt;
import dev.kida.syntax.Target;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Emits {@code set}, {@code let} and {@code export} (spec 03 §4). */
final class AssignmentEmitter {

    private final Unit unit;
    private final Code code;

    AssignmentEmitter(Unit unit) {
        this.unit = unit;
        this.code = unit.code();
    }

    void assign(Stmt.Assign node) {
        for (Stmt.Assignment assignment : node.assignments()) {
            if (assignment.ifMissing() && assignment.target() instanceof Target.NameTarget name) {
                Label present = new Label();
                unit.expressions().access().nonLocal(name.name(), true);
                code.invokeStatic(Types.STATEMENTS, "isPresent", Types.method("O", "Z"));
                code.jump(Opcodes.IFNE, present);
                unit.expressions().value(assignment.value());
                assign(node.kind(), assignment.target());
                code.mark(present);
            } else {
                unit.expressions().value(assignment.value());
                assign(node.kind(), assignment.target());
            }
        }
    }

    /** Assigns the value on the stack; a sequence is read by index. */
    private void assign(Stmt.AssignKind kind, Target target) {
        if (target instanceof Target.TupleTarget tuple) {
            code.at(target.position());
            code.push(tuple.elements().size());
            code.invokeStatic(Types.VALUE + "Iteration", "unpackByIndex", Types.method("OI", "o"));
            Local parts = code.keep("[Ljava/lang/Object;");
            for (int i = 0; i < tuple.elements().size(); i++) {
                code.load(parts);
                code.push(i);
                code.method.visitInsn(Opcodes.AALOAD);
                assign(kind, tuple.elements().get(i));
            }
            code.release(parts);
            return;
        }
        String name = ((Target.NameTarget) target).name();
        Local variable = kind == Stmt.AssignKind.SET ? unit.lexical().settable(name) : null;
        if (variable != null) {
            code.store(variable);
            return;
        }
        onActivation(kind == Stmt.AssignKind.SET && unit.plan().scopedNames() ? "set" : "let", name);
    }

    /** Calls {@code activation.method(name, value)} with the value on the stack. */
    void onActivation(String method, String name) {
        Local value = code.keep();
        code.load(code.activation);
        code.string(name);
        code.load(value);
        code.release(value);
        code.invokeVirtual(Types.ACTIVATION, method, Types.method("SO", "V"));
    }
}
