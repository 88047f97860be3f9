package dev.kida.compile;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Short names for the instructions that all emitters use. */
abstract class Instructions {

    final MethodVisitor method;

    Instructions(MethodVisitor method) {
        this.method = method;
    }

    void push(int value) {
        if (value >= -1 && value <= 5) {
            method.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value >= Byte.MIN_VALUE && value <= Byte.MAX_VALUE) {
            method.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
            method.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            method.visitLdcInsn(value);
        }
    }

    void cast(String type) {
        method.visitTypeInsn(Opcodes.CHECKCAST, type);
    }

    void bool() {
        invokeStatic("java/lang/Boolean", "valueOf", "(Z)Ljava/lang/Boolean;");
    }

    void missing() {
        method.visitFieldInsn(Opcodes.GETSTATIC, Types.CONTEXT, "MISSING", Types.desc(Types.OBJECT));
    }

    void undefined() {
        method.visitFieldInsn(Opcodes.GETSTATIC, Types.UNDEFINED, "INSTANCE", Types.desc(Types.UNDEFINED));
    }

    void invokeStatic(String owner, String name, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }

    void invokeVirtual(String owner, String name, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
    }

    void jump(int opcode, Label label) {
        method.visitJumpInsn(opcode, label);
    }

    void go(Label label) {
        method.visitJumpInsn(Opcodes.GOTO, label);
    }

    void pop() {
        method.visitInsn(Opcodes.POP);
    }

    void swap() {
        method.visitInsn(Opcodes.SWAP);
    }

    void dup() {
        method.visitInsn(Opcodes.DUP);
    }
}
