package dev.kida.compile;

import dev.kida.render.TagHandler;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TagSyntax;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Emits the tags of an application: a loop over the body that the tag's handler decides about. */
final class TagEmitter {

    private static final String TAGS = Types.RENDER + "Tags";
    private static final String RUN = Types.RENDER + "TagRun";
    private static final String HANDLER = Types.RENDER + "TagHandler";

    private final Unit unit;
    private final Code code;
    private final StatementEmitter statements;
    private final BufferEmitter buffers;

    TagEmitter(Unit unit, StatementEmitter statements, BufferEmitter buffers) {
        this.unit = unit;
        this.code = unit.code();
        this.statements = statements;
        this.buffers = buffers;
    }

    void tag(Stmt.Extension node) {
        TagHandler handler = unit.template().tag(node.tag().name());
        Local run = open(node, handler);
        ask(node, run, "before");
        statements.exits().enter(() -> close(run));
        if (node.tag().body()) {
            turns(node, handler, run);
        }
        statements.exits().leave();
        ask(node, run, "after");
        close(run);
        code.release(run);
    }

    private Local open(Stmt.Extension node, TagHandler handler) {
        unit.expressions().array(node.arguments());
        Local positional = code.keep("[Ljava/lang/Object;");
        unit.expressions()
                .array(node.keywords().stream().map(keyword -> keyword.value()).toList());
        Local named = code.keep("[Ljava/lang/Object;");
        code.at(node.position());
        code.load(code.activation);
        code.constant(handler, HANDLER);
        code.load(positional);
        unit.strings(node.keywords().stream().map(keyword -> keyword.name()).toArray(String[]::new));
        code.load(named);
        code.invokeStatic(
                TAGS,
                "open",
                "(" + Types.desc(Types.ACTIVATION) + Types.desc(HANDLER)
                        + "[Ljava/lang/Object;[Ljava/lang/String;[Ljava/lang/Object;)" + Types.desc(RUN));
        code.release(named);
        code.release(positional);
        return code.keep(RUN);
    }

    /** Prints what the run answers. */
    private void ask(Stmt.Extension node, Local run, String method) {
        code.at(node.position());
        code.load(run);
        code.method.visitMethodInsn(Opcodes.INVOKEINTERFACE, RUN, method, "()Ljava/lang/Object;", true);
        print(node.tag());
    }

    private void turns(Stmt.Extension node, TagHandler handler, Local run) {
        Label next = new Label();
        Label done = new Label();
        code.mark(next);
        code.at(node.position());
        code.yieldIfFull();
        code.load(run);
        code.load(code.activation);
        code.invokeStatic(TAGS, "next", "(" + Types.desc(RUN) + Types.desc(Types.ACTIVATION) + ")Z");
        code.jump(Opcodes.IFEQ, done);
        statements.branch(() -> {
            if (handler.buffersBody()) {
                buffers.printed(() -> body(node, run), buffer -> {
                    code.at(node.position());
                    code.load(run);
                    code.load(buffer);
                    code.invokeStatic(
                            TAGS, "body", "(" + Types.desc(RUN) + Types.desc(Types.OUTPUT) + ")Ljava/lang/Object;");
                    print(node.tag());
                });
            } else {
                body(node, run);
            }
        });
        code.go(next);
        code.mark(done);
    }

    private void body(Stmt.Extension node, Local run) {
        if (node.tag().variables().isEmpty()) {
            statements.body(node.body());
            return;
        }
        Map<String, Local> given = new LinkedHashMap<>();
        for (String name : node.tag().variables()) {
            code.load(run);
            code.string(name);
            code.invokeStatic(TAGS, "variable", "(" + Types.desc(RUN) + "Ljava/lang/String;)Ljava/lang/Object;");
            given.put(name, code.keep());
        }
        statements.scoped(node.body(), given);
        given.values().forEach(code::release);
    }

    /** Prints the value on the stack; one that comes later is awaited, if the tag says that there may be such. */
    private void print(TagSyntax tag) {
        if (tag.async() && code.resumable) {
            Local value = code.keep();
            code.loadFrame();
            code.load(value);
            code.release(value);
            code.invokeVirtual(Types.FRAME, "awaitIfAsync", Types.method("O", "O"));
            code.suspendIfPending();
        } else {
            code.invokeStatic(TAGS, "ready", Types.method("O", "O"));
        }
        if (unit.template().bounded()) {
            code.load(code.activation);
            code.invokeStatic(Types.BOUNDED, "printed", Types.method("OA", "O"));
        }
        code.load(code.out);
        code.push(unit.template().escape() ? 1 : 0);
        code.invokeStatic(Types.UNITS, "print", Types.method("OPZ", "V"));
    }

    private void close(Local run) {
        code.load(run);
        code.load(code.activation);
        code.invokeStatic(TAGS, "close", "(" + Types.desc(RUN) + Types.desc(Types.ACTIVATION) + ")V");
    }
}
