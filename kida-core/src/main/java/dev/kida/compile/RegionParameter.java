package dev.kida.compile;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Emits how a region gets one of its parameters: from the call, from the context when rendered as a block, or its default. */
record RegionParameter(Unit unit, Stmt.Parameter parameter, int index) {

    Local emit() {
        Code code = unit.code();
        Label given = new Label();
        code.at(parameter.position());
        code.load(code.activation);
        code.push(index);
        code.string(parameter.name());
        code.invokeStatic(Types.RENDER + "RegionValue", "argument", Types.method("AIS", "O"));
        Local value = code.keep();
        code.load(value);
        code.missing();
        code.jump(Opcodes.IF_ACMPNE, given);
        absent(code);
        code.store(value);
        code.mark(given);
        return value;
    }

    private void given(Expr defaultValue) {
        if (unit.code().resumable) {
            unit.statements().awaits().names(new AwaitedNames(unit.lexical()).of(defaultValue));
        }
        unit.expressions().value(defaultValue);
    }

    private void absent(Code code) {
        Expr defaultValue = parameter.defaultValue();
        switch (parameter.kind()) {
            case VARARGS -> {
                unit.emptyArray();
                code.invokeStatic(Types.VALUE + "Tuple", "of", "([Ljava/lang/Object;)L" + Types.VALUE + "Tuple;");
            }
            case KEYWORDS -> {
                unit.emptyArray();
                code.invokeStatic(Types.STATEMENTS, "dict", Types.method("o", "O"));
            }
            case PLAIN -> {
                if (defaultValue == null) {
                    code.load(code.activation);
                    code.string(parameter.name());
                    code.invokeVirtual(Types.ACTIVATION, "name", Types.method("S", "O"));
                } else {
                    unit.statements().branch(() -> given(defaultValue));
                }
            }
        }
    }
}
