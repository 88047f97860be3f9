package dev.kida.compile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Emits {@code run}, which runs a unit by its number.
 *
 * @param emitted the units, in order and without gaps
 * @param names their methods
 */
record UnitDispatch(
        ClassWriter writer, String className, boolean resumable, List<Integer> emitted, Map<Integer, String> names) {

    /** Units that one method knows, so that it stays far below the size limit of methods. */
    static final int MOST = 512;

    void emit() {
        String descriptor = resumable
                ? "(I" + Types.desc(Types.FRAME) + ")I"
                : "(I" + Types.desc(Types.ACTIVATION) + Types.desc(Types.OUTPUT) + ")V";
        for (int first = 0; first < emitted.size(); first += MOST) {
            int last = Math.min(first + MOST, emitted.size()) - 1;
            boolean only = emitted.size() <= MOST;
            MethodVisitor method = writer.visitMethod(
                    Opcodes.ACC_PUBLIC, only ? "run" : "run$" + first / MOST, descriptor, null, null);
            method.visitCode();
            dispatchTo(method, first, last);
            method.visitMaxs(0, 0);
            method.visitEnd();
        }
        if (emitted.size() > MOST) {
            dispatchGroups(descriptor);
        }
    }

    private void dispatchTo(MethodVisitor method, int first, int last) {
        Label[] labels = new Label[last - first + 1];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new Label();
        }
        method.visitVarInsn(Opcodes.ILOAD, 1);
        method.visitTableSwitchInsn(first, last, labels[0], labels);
        for (int i = first; i <= last; i++) {
            method.visitLabel(labels[i - first]);
            method.visitVarInsn(Opcodes.ALOAD, 2);
            if (!resumable) {
                method.visitVarInsn(Opcodes.ALOAD, 3);
            }
            method.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    className,
                    Objects.requireNonNull(names.get(i)),
                    resumable ? Types.RESUMABLE_METHOD : Types.STRAIGHT_METHOD,
                    false);
            method.visitInsn(resumable ? Opcodes.IRETURN : Opcodes.RETURN);
        }
    }

    private void dispatchGroups(String descriptor) {
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", descriptor, null, null);
        method.visitCode();
        int groups = (emitted.size() + MOST - 1) / MOST;
        Label[] labels = new Label[groups];
        for (int i = 0; i < groups; i++) {
            labels[i] = new Label();
        }
        method.visitVarInsn(Opcodes.ILOAD, 1);
        method.visitIntInsn(Opcodes.SIPUSH, MOST);
        method.visitInsn(Opcodes.IDIV);
        method.visitTableSwitchInsn(0, groups - 1, labels[0], labels);
        for (int i = 0; i < groups; i++) {
            method.visitLabel(labels[i]);
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitVarInsn(Opcodes.ILOAD, 1);
            method.visitVarInsn(Opcodes.ALOAD, 2);
            if (!resumable) {
                method.visitVarInsn(Opcodes.ALOAD, 3);
            }
            method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, className, "run$" + i, descriptor, false);
            method.visitInsn(resumable ? Opcodes.IRETURN : Opcodes.RETURN);
        }
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
