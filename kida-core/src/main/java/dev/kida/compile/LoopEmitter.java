package dev.kida.compile;

import dev.kida.analyze.PlainLoops;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.Target;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Emits {@code for}, {@code async for} and {@code while}. */
final class LoopEmitter {

    private final Unit unit;
    private final Code code;
    private final StatementEmitter statements;

    LoopEmitter(Unit unit, StatementEmitter statements) {
        this.unit = unit;
        this.code = unit.code();
        this.statements = statements;
    }

    void forLoop(Stmt.For node) {
        Label next = new Label();
        Label end = new Label();
        Label left = new Label();
        Label done = new Label();
        String name = unit.contextName(node.iterable());
        if (code.resumable && !node.async() && name != null) {
            statements.awaits().single(name);
        }
        unit.expressions().value(node.iterable());
        code.at(node.position());
        boolean plain = !code.resumable && !node.async() && PlainLoops.isPlain(node);
        start(node, name, plain);
        String type = plain ? Types.PLAIN_LOOP : Types.LOOP;
        Local loop = code.keep(type);
        unit.lexical().enterVariables();
        if (!plain) {
            unit.lexical().bind("loop", loop, true);
        }
        code.mark(next);
        code.at(node.position());
        code.yieldIfFull();
        advance(loop, end);
        code.load(loop);
        code.invokeVirtual(type, "current", Types.method("", "O"));
        unit.expressions().access().bind(node.target(), true);
        Set<String> before = statements.awaits().enterBranch();
        items(node, next, left);
        statements.awaits().leaveBranch(before);
        code.go(next);
        code.mark(left);
        code.load(loop);
        code.invokeVirtual(type, "close", "()V");
        code.go(done);
        code.mark(end);
        for (Local local : unit.lexical().leave()) {
            if (local != loop) {
                code.release(local);
            }
        }
        if (!node.empty().isEmpty()) {
            code.load(loop);
            code.invokeVirtual(type, "wasEmpty", "()Z");
            code.jump(Opcodes.IFEQ, done);
            statements.branch(() -> statements.body(node.empty()));
        }
        code.mark(done);
        code.release(loop);
    }

    private void items(Stmt.For node, Label next, Label left) {
        Expr filter = node.filter();
        if (filter != null) {
            unit.expressions().conditions().jumpUnless(filter, next);
        }
        statements.exits().enterLoop(left, next);
        statements.scoped(node.body());
        statements.exits().leave();
    }

    private void start(Stmt.For node, @Nullable String name, boolean plain) {
        String type = Types.desc(Types.LOOP);
        String activation = Types.desc(Types.ACTIVATION);
        if (node.async() && !code.resumable) {
            code.pop();
            code.invokeStatic(Types.STATEMENTS, "cannotAwait", Types.method("", "O"));
            code.method.visitTypeInsn(Opcodes.CHECKCAST, Types.LOOP);
        } else if (node.async()) {
            code.literal(name);
            code.load(code.activation);
            code.invokeStatic(Types.LOOP, "ofAsync", "(Ljava/lang/Object;Ljava/lang/String;" + activation + ")" + type);
            if (node.target() instanceof Target.TupleTarget) {
                code.invokeVirtual(Types.LOOP, "unpacking", "()" + type);
            }
        } else if (code.resumable && name != null) {
            code.string(name);
            code.load(code.activation);
            code.invokeStatic(Types.LOOP, "ofName", "(Ljava/lang/Object;Ljava/lang/String;" + activation + ")" + type);
        } else {
            String loop = plain ? Types.PLAIN_LOOP : Types.LOOP;
            code.load(code.activation);
            code.invokeStatic(loop, "of", "(Ljava/lang/Object;" + activation + ")" + Types.desc(loop));
        }
    }

    private void advance(Local loop, Label end) {
        if (!code.resumable) {
            code.load(loop);
            code.invokeVirtual(loop.type(), "next", "()Z");
            code.jump(Opcodes.IFEQ, end);
            return;
        }
        Label poll = new Label();
        Label item = new Label();
        code.mark(poll);
        code.load(loop);
        code.loadFrame();
        code.invokeVirtual(Types.LOOP, "poll", "(" + Types.desc(Types.FRAME) + ")I");
        code.dup();
        code.jump(Opcodes.IFGT, item);
        Label waits = new Label();
        code.jump(Opcodes.IFLT, waits);
        code.go(end);
        code.mark(waits);
        code.suspend(1);
        code.pop();
        code.go(poll);
        code.mark(item);
        code.pop();
    }

    void whileLoop(Stmt.While node) {
        Label next = new Label();
        Label done = new Label();
        code.mark(next);
        code.at(node.position());
        code.yieldIfFull();
        unit.expressions().conditions().jumpUnless(node.condition(), done);
        code.load(code.activation);
        code.invokeStatic(Types.STATEMENTS, "turn", Types.method("A", "V"));
        statements.exits().enterLoop(done, next);
        statements.branch(node.body());
        statements.exits().leave();
        code.go(next);
        code.mark(done);
    }
}
