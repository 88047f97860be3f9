package dev.kida.compile;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.Target;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Emits constructs that keep their body's output, and those whose effect ends with them. */
final class BufferEmitter {

    /** The one filter that adds to HTML and so has to know that the body is HTML; all others get plain text. */
    private static final String TRUSTING_FILTER = "csp_nonce";

    private final Unit unit;
    private final Code code;
    private final StatementEmitter statements;

    BufferEmitter(Unit unit, StatementEmitter statements) {
        this.unit = unit;
        this.code = unit.code();
        this.statements = statements;
    }

    /**
     * Emits a body whose output goes to a buffer.
     *
     * @param early what is done with the output when the body is left by a jump; null drops it
     * @return the buffer, for the caller to release
     */
    private Local buffered(List<Stmt> body, @Nullable Consumer<Local> early) {
        return buffered(() -> statements.body(body), early);
    }

    private Local buffered(Runnable body, @Nullable Consumer<Local> early) {
        code.load(code.activation);
        code.invokeStatic(Types.STATEMENTS, "buffer", Types.method("A", "P"));
        Local buffer = code.keep(Types.OUTPUT);
        Local outside = code.out;
        statements.exits().enter(() -> {
            if (early != null) {
                Local inside = code.out;
                code.out = outside;
                early.accept(buffer);
                code.out = inside;
            }
        });
        code.out = buffer;
        body.run();
        code.out = outside;
        statements.exits().leave();
        return buffer;
    }

    private void text(Local buffer) {
        code.load(buffer);
        code.invokeVirtual(Types.OUTPUT, "string", Types.method("", "S"));
    }

    /** Prints the value on the stack as it is. */
    private void raw() {
        code.load(code.out);
        code.invokeStatic(Types.STATEMENTS, "raw", Types.method("OP", "V"));
    }

    void capture(Stmt.Capture node) {
        Local buffer = buffered(node.body(), null);
        text(buffer);
        Stmt.FilterRef filter = node.filter();
        if (unit.template().escape()) {
            code.invokeStatic(Types.STATEMENTS, "markup", Types.method("S", "O"));
        }
        if (filter != null) {
            unit.calls().filterOn(filter);
        }
        statements.onActivation("let", node.name());
        code.release(buffer);
    }

    void filter(Stmt.FilterBlock node) {
        printed(node.body(), buffer -> filtered(node, buffer));
    }

    /** Emits a body whose output is printed in another form, also when the body is left early. */
    private void printed(List<Stmt> body, Consumer<Local> finish) {
        printed(() -> statements.body(body), finish);
    }

    /** As above, for anything that writes output. */
    void printed(Runnable body, Consumer<Local> finish) {
        Local buffer = buffered(body, finish);
        finish.accept(buffer);
        code.release(buffer);
    }

    private void filtered(Stmt.FilterBlock node, Local buffer) {
        text(buffer);
        if (node.filter().name().equals(TRUSTING_FILTER)) {
            code.invokeStatic(Types.STATEMENTS, "markup", Types.method("S", "O"));
        }
        unit.calls().filterOn(node.filter());
        raw();
    }

    void spaceless(Stmt.Spaceless node) {
        printed(node.body(), buffer -> {
            text(buffer);
            code.invokeStatic(Types.STATEMENTS, "spaceless", Types.method("S", "S"));
            raw();
        });
    }

    void push(Stmt.Push node) {
        Local buffer = buffered(node.body(), null);
        code.load(code.activation);
        code.string(node.name());
        text(buffer);
        code.invokeVirtual(Types.ACTIVATION, "push", Types.method("SS", "V"));
        code.release(buffer);
    }

    void cache(Stmt.Cache node) {
        Label hit = new Label();
        Label done = new Label();
        unit.expressions().value(node.key());
        if (unit.template().bounded()) {
            code.load(code.activation);
            code.invokeStatic(Types.BOUNDED, "printed", Types.method("OA", "O"));
        }
        code.invokeStatic(Types.VALUE + "Text", "of", Types.method("O", "S"));
        Local key = code.keep(Types.STRING);
        unit.expressions().optional(node.ttl());
        Local ttl = code.keep();
        cached(key);
        Local stored = code.keep(Types.STRING);
        code.load(stored);
        code.jump(Opcodes.IFNONNULL, hit);
        statements.branch(() -> {
            code.load(code.activation);
            code.invokeStatic(Types.STATEMENTS, "cacheMark", Types.method("A", "O"));
            Local mark = code.keep();
            Local buffer = buffered(node.body(), null);
            code.at(node.position());
            code.load(code.activation);
            code.load(key);
            code.load(ttl);
            code.load(mark);
            text(buffer);
            code.loadPosition();
            code.invokeStatic(Types.STATEMENTS, "store", Types.method("ASOOSI", "S"));
            code.store(stored);
            code.release(buffer);
            code.release(mark);
        });
        code.mark(hit);
        code.load(stored);
        raw();
        code.mark(done);
        code.release(stored);
        code.release(ttl);
        code.release(key);
    }

    /** Asks the cache; a cache on another machine may answer later, which the resumable shape waits for. */
    private void cached(Local key) {
        if (!code.resumable) {
            code.load(code.activation);
            code.load(key);
            code.invokeStatic(Types.STATEMENTS, "cached", Types.method("AS", "S"));
            return;
        }
        code.loadFrame();
        code.load(key);
        code.invokeVirtual(Types.FRAME, "cached", Types.method("S", "O"));
        code.suspendIfPending();
        code.cast(Types.STRING);
    }

    // ---- effects that end with their construct ---------------------------------------------------------------------

    private void bounded(Runnable emit) {
        code.load(code.activation);
        code.invokeVirtual(Types.ACTIVATION, "mark", "()" + Types.desc(Types.UNDO));
        Local mark = code.keep(Types.UNDO);
        Runnable unwind = () -> {
            code.load(code.activation);
            code.load(mark);
            code.invokeVirtual(Types.ACTIVATION, "unwind", "(" + Types.desc(Types.UNDO) + ")V");
        };
        statements.exits().enter(unwind);
        emit.run();
        statements.exits().leave();
        unwind.run();
        code.release(mark);
    }

    void with(Stmt.With node) {
        bounded(() -> {
            for (Stmt.Binding binding : node.bindings()) {
                unit.expressions().value(binding.value());
                statements.onActivation("bind", binding.name());
            }
            statements.body(node.body());
        });
    }

    void withValue(Stmt.WithValue node) {
        Label otherwise = new Label();
        Label done = new Label();
        boolean several = node.values().size() > 1;
        if (several) {
            unit.expressions().visitTuple(new Expr.TupleLiteral(node.position(), node.values()));
        } else {
            unit.expressions().value(node.values().get(0));
        }
        Local value = code.keep();
        code.load(value);
        if (several) {
            code.invokeStatic(Types.STATEMENTS, "allTrue", Types.method("O", "Z"));
        } else {
            code.invokeStatic(Types.VALUE + "Truth", "of", Types.method("O", "Z"));
        }
        code.jump(Opcodes.IFEQ, otherwise);
        statements.branch(() -> bounded(() -> {
            code.load(value);
            bind(node.target());
            statements.body(node.body());
        }));
        code.go(done);
        code.mark(otherwise);
        statements.branch(() -> statements.body(node.otherwise()));
        code.mark(done);
        code.release(value);
    }

    private void bind(Target target) {
        code.at(target.position());
        if (target instanceof Target.NameTarget name) {
            statements.onActivation("bind", name.name());
            return;
        }
        List<Target> elements = ((Target.TupleTarget) target).elements();
        code.push(elements.size());
        code.invokeStatic(Types.VALUE + "Iteration", "unpackExact", Types.method("OI", "o"));
        Local parts = code.keep("[Ljava/lang/Object;");
        for (int i = 0; i < elements.size(); i++) {
            code.load(parts);
            code.push(i);
            code.method.visitInsn(Opcodes.AALOAD);
            bind(elements.get(i));
        }
        code.release(parts);
    }

    void provide(Stmt.Provide node) {
        bounded(() -> {
            unit.expressions().value(node.value());
            statements.onActivation("provide", node.name());
            statements.body(node.body());
        });
    }
}
