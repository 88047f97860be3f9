package dev.kida.compile;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Emits the two ways to the method of a plain page. */
final class PageMethods {

    private PageMethods() {}

    /** How it is run as any other unit: with the run that is given. */
    static void bridge(MethodVisitor method, String className, String name) {
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitInsn(Opcodes.ACONST_NULL);
        method.visitVarInsn(Opcodes.ALOAD, 1);
        call(method, className, name);
    }

    /** How it is run as a page: with a run of its own. */
    static void page(MethodVisitor method, String className, String name) {
        method.visitCode();
        method.visitInsn(Opcodes.ACONST_NULL);
        method.visitVarInsn(Opcodes.ALOAD, 1);
        method.visitVarInsn(Opcodes.ALOAD, 2);
        call(method, className, name);
    }

    private static void call(MethodVisitor method, String className, String name) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, className, name, Types.PAGE_METHOD, false);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
