package dev.kida.compile;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Counts how long a method is at least, so that one that is too long is given up before its frames are computed. */
final class SizedMethod extends MethodVisitor {

    private static final int LONGEST = 65_535;
    private static final int BYTE = 0xFF;

    /** A method is longer than the class file format allows. */
    static final class TooLongException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TooLongException() {
            super("a method is too long", null, false, false);
        }
    }

    private int size;

    SizedMethod(MethodVisitor method) {
        super(Opcodes.ASM9, method);
    }

    private void grow(int bytes) {
        size += bytes;
        if (size > LONGEST) {
            throw new TooLongException();
        }
    }

    @Override
    public void visitInsn(int opcode) {
        grow(1);
        super.visitInsn(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        grow(opcode == Opcodes.SIPUSH ? 3 : 2);
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int index) {
        grow(index < 4 ? 1 : index <= BYTE ? 2 : 4);
        super.visitVarInsn(opcode, index);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        grow(3);
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        grow(3);
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        grow(3);
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(
            String name, String descriptor, org.objectweb.asm.Handle bootstrap, Object... arguments) {
        grow(5);
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        grow(3);
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitLdcInsn(Object value) {
        grow(2);
        super.visitLdcInsn(value);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label dflt, Label... labels) {
        grow(4 * labels.length);
        super.visitTableSwitchInsn(min, max, dflt, labels);
    }
}
