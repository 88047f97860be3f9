package dev.kida.compile;

import dev.kida.analyze.UnitPlan;
import dev.kida.render.Parameters;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import dev.kida.value.TextOps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Emits components, their calls and slots, and error boundaries (spec 04). */
final class ComponentEmitter {

    private final Unit unit;
    private final Code code;
    private final StatementEmitter statements;

    ComponentEmitter(Unit unit, StatementEmitter statements) {
        this.unit = unit;
        this.code = unit.code();
        this.statements = statements;
    }

    // ---- definitions -----------------------------------------------------------------------------------------------

    void define(Stmt.Def node) {
        UnitPlan plan = unit.template().plan().unit(node);
        Parameters parameters = parameters(node.parameters());
        if (node.region()) {
            code.load(code.activation);
            code.push(plan.id());
            code.string(node.name());
            code.constant(parameters, Types.PARAMETERS);
            code.invokeStatic(
                    Types.RENDER + "RegionValue",
                    "define",
                    "(" + Types.desc(Types.ACTIVATION) + "ILjava/lang/String;" + Types.desc(Types.PARAMETERS) + ")V");
            return;
        }
        List<Expr> defaults = node.parameters().stream()
                .map(Stmt.Parameter::defaultValue)
                .filter(Objects::nonNull)
                .<Expr>map(Objects::requireNonNull)
                .toList();
        unit.expressions().array(defaults);
        Local values = code.keep("[Ljava/lang/Object;");
        code.load(code.activation);
        code.push(plan.id());
        code.string(node.name());
        code.constant(parameters, Types.PARAMETERS);
        code.load(values);
        code.push(plan.ownContext() ? 1 : 0);
        code.push(unit.template().isDirect(plan) ? 1 : 0);
        code.invokeStatic(
                Types.RENDER + "DefValue",
                "define",
                "(" + Types.desc(Types.ACTIVATION) + "ILjava/lang/String;" + Types.desc(Types.PARAMETERS)
                        + "[Ljava/lang/Object;ZZ)V");
        code.release(values);
    }

    private static Parameters parameters(List<Stmt.Parameter> all) {
        List<Stmt.Parameter> plain =
                all.stream().filter(p -> p.kind() == Stmt.ParameterKind.PLAIN).toList();
        int required =
                (int) plain.stream().filter(p -> p.defaultValue() == null).count();
        return new Parameters(
                plain.stream().map(Stmt.Parameter::name).toList(),
                required,
                name(all, Stmt.ParameterKind.VARARGS),
                name(all, Stmt.ParameterKind.KEYWORDS));
    }

    private static @org.jspecify.annotations.Nullable String name(List<Stmt.Parameter> all, Stmt.ParameterKind kind) {
        for (Stmt.Parameter parameter : all) {
            if (parameter.kind() == kind) {
                return parameter.name();
            }
        }
        return null;
    }

    // ---- calls with slots ------------------------------------------------------------------------------------------

    void call(Stmt.CallBlock node) {
        List<Lexical.Variable> captured = unit.lexical().visible();
        code.method.visitTypeInsn(Opcodes.NEW, Types.CALLER);
        code.dup();
        code.load(code.activation);
        unit.capture(captured);
        code.method.visitMethodInsn(Opcodes.INVOKESPECIAL, Types.CALLER, "<init>", Types.method("Ao", "V"), false);
        for (Stmt.SlotBody slot : node.slots()) {
            UnitPlan plan = unit.template().plan().unit(slot);
            unit.template().captures(plan, captured);
            code.string(slot.name());
            code.push(plan.id());
            code.push(isBlank(slot.body()) ? 1 : 0);
            code.invokeVirtual(Types.CALLER, "slot", Types.method("SIZ", Types.CALLER));
        }
        Local caller = code.keep(Types.CALLER);
        if (node.call() instanceof Expr.Call call) {
            unit.calls().prepareBlock(call, caller);
        } else {
            unit.calls().prepareBlock(new Expr.Call(node.position(), node.call(), List.of(), List.of()), caller);
        }
        unit.calls().finishAsOutput(true);
        code.release(caller);
    }

    private static boolean isBlank(List<Stmt> body) {
        return body.stream()
                .allMatch(statement -> statement instanceof Stmt.Text text
                        && TextOps.strip(text.text(), null).isEmpty());
    }

    void slot(Stmt.Slot node) {
        Label direct = new Label();
        Label done = new Label();
        unit.expressions()
                .array(node.bindings().stream().map(Stmt.Binding::value).toList());
        Local values = code.keep("[Ljava/lang/Object;");
        code.at(node.position());
        code.load(code.activation);
        code.invokeStatic(Types.PREPARE, "caller", Types.method("A", "O"));
        Local caller = code.keep();
        code.load(caller);
        code.jump(Opcodes.IFNULL, direct);
        code.load(code.activation);
        code.load(caller);
        code.string(node.name());
        unit.strings(node.bindings().stream().map(Stmt.Binding::name).toArray(String[]::new));
        code.load(values);
        code.loadPosition();
        code.invokeStatic(Types.PREPARE, "slot", Types.method("AOSsoI", "O"));
        unit.calls().finishAsOutput(true);
        code.go(done);
        code.mark(direct);
        if (!node.body().isEmpty()) {
            statements.branch(() -> defaultBody(node, values));
        }
        code.mark(done);
        code.release(caller);
        code.release(values);
    }

    private void defaultBody(Stmt.Slot node, Local values) {
        Map<String, Local> given = new LinkedHashMap<>();
        for (int i = 0; i < node.bindings().size(); i++) {
            code.load(values);
            code.push(i);
            code.method.visitInsn(Opcodes.AALOAD);
            given.put(node.bindings().get(i).name(), code.keep());
        }
        statements.scoped(node.body(), given);
        given.values().forEach(code::release);
    }

    // ---- error boundaries ------------------------------------------------------------------------------------------

    void tryFallback(Stmt.Try node) {
        Label from = new Label();
        Label to = new Label();
        Label failed = new Label();
        Label done = new Label();
        code.load(code.activation);
        code.load(code.out);
        code.invokeStatic(Types.BOUNDARY, "enter", Types.method("AP", Types.BOUNDARY));
        Local boundary = code.keep(Types.BOUNDARY);
        Runnable succeed = () -> {
            code.load(boundary);
            code.invokeVirtual(Types.BOUNDARY, "succeed", "()V");
        };
        code.mark(from);
        code.method.visitInsn(Opcodes.NOP);
        statements.exits().enter(succeed);
        Local outside = code.out;
        statements.branch(() -> statements.body(node.body()));
        code.out = outside;
        statements.exits().leave();
        code.mark(to);
        succeed.run();
        code.go(done);
        code.mark(failed);
        Local problem = code.keep(Types.THROWABLE);
        code.load(boundary);
        code.load(problem);
        code.loadPosition();
        code.invokeVirtual(Types.BOUNDARY, "fail", "(Ljava/lang/Throwable;I)Ljava/util/Map;");
        Local facts = code.keep();
        code.release(problem);
        code.release(boundary);
        code.handle(from, to, failed, Types.THROWABLE);
        String name = node.name();
        statements.branch(() -> {
            if (name == null) {
                statements.body(node.fallback());
            } else {
                statements.scoped(node.fallback(), Map.of(name, facts));
            }
        });
        code.mark(done);
        code.release(facts);
    }
}
