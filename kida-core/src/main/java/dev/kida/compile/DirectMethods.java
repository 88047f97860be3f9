package dev.kida.compile;

import dev.kida.analyze.UnitPlan;
import dev.kida.render.ComponentSite;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Emits the ways to the methods of components that are called directly. */
final class DirectMethods {

    /** The variable of the call, which the arguments follow. */
    private static final int CALL = 2;

    private DirectMethods() {}

    /** How such a component is run as any other unit. */
    static void bridge(MethodVisitor method, String className, String name, int parameters) {
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(
                Opcodes.INVOKESTATIC, Types.COMPONENT_CALL, "of", Types.method("A", Types.COMPONENT_CALL), false);
        for (int i = 0; i < parameters; i++) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitIntInsn(Opcodes.BIPUSH, i);
            method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Types.ACTIVATION, "local", Types.method("I", "O"), false);
        }
        method.visitVarInsn(Opcodes.ALOAD, 1);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, className, name, Types.directMethod(parameters), false);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /** The method that runs one of them by its number. */
    static void dispatch(
            MethodVisitor method, String className, Collection<UnitPlan> units, Map<Integer, String> names) {
        int[] keys = units.stream().mapToInt(UnitPlan::id).toArray();
        Label[] labels = new Label[keys.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new Label();
        }
        method.visitCode();
        method.visitVarInsn(Opcodes.ILOAD, 1);
        method.visitLookupSwitchInsn(labels[0], keys, labels);
        int next = 0;
        for (UnitPlan unit : units) {
            int parameters = unit.parameters().size();
            method.visitLabel(labels[next++]);
            for (int i = 0; i <= parameters; i++) {
                method.visitVarInsn(Opcodes.ALOAD, CALL + i);
            }
            method.visitVarInsn(Opcodes.ALOAD, CALL + 1 + ComponentSite.MOST);
            method.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    className,
                    Objects.requireNonNull(names.get(unit.id())),
                    Types.directMethod(parameters),
                    false);
            method.visitInsn(Opcodes.RETURN);
        }
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
