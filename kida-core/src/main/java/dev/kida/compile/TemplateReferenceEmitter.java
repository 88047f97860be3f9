package dev.kida.compile;

import dev.kida.analyze.UnitPlan;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Emits what runs other units or templates in place: blocks, parents, includes, embeds, imports. */
final class TemplateReferenceEmitter {

    private final Unit unit;
    private final Code code;

    TemplateReferenceEmitter(Unit unit) {
        this.unit = unit;
        this.code = unit.code();
    }

    private Local name(Expr expression) {
        unit.expressions().value(expression);
        return code.keep();
    }

    void block(Stmt.Block node) {
        if (node.fragment()) {
            return;
        }
        Label done = new Label();
        Expr condition = node.condition();
        if (condition != null) {
            unit.expressions().conditions().jumpUnless(condition, done);
        }
        code.at(node.position());
        code.load(code.activation);
        code.string(node.name());
        code.push(Objects.requireNonNull(unit.template().plan().blocks().get(node.name()))
                .id());
        code.loadPosition();
        code.invokeStatic(Types.PREPARE, "block", Types.method("ASII", "O"));
        unit.calls().finishAsOutput(true);
        code.mark(done);
    }

    void parent(Stmt.Extends node) {
        Local name = name(node.parent());
        code.at(node.position());
        code.load(code.activation);
        code.load(name);
        code.loadPosition();
        code.invokeStatic(Types.PREPARE, "parent", Types.method("AOI", "O"));
        unit.calls().finishAsOutput(true);
        code.release(name);
    }

    void include(Stmt.Include node) {
        String repeated = repeated(node);
        if (repeated != null) {
            repeatedInclude(node, repeated);
            return;
        }
        Local name = name(node.template());
        code.at(node.position());
        Local context = context(node.withContext(), true);
        code.load(code.activation);
        code.load(name);
        code.load(context);
        code.loadPosition();
        if (node.ignoreMissing()) {
            code.invokeStatic(Types.PREPARE, "optionalInclude", Types.method("AOCI", "O"));
        } else {
            code.invokeStatic(Types.PREPARE, "include", Types.method("AOCI", "A"));
        }
        unit.calls().finishAsOutput(true);
        code.release(context);
        code.release(name);
    }

    /** The name of what a loop may include again and again, or null. */
    private @Nullable String repeated(Stmt.Include node) {
        boolean loops = node.withContext() && !unit.lexical().visibleOfLoops().isEmpty();
        return loops
                        && !code.resumable
                        && !node.ignoreMissing()
                        && node.template() instanceof Expr.Constant constant
                        && constant.value() instanceof String name
                ? name
                : null;
    }

    private void repeatedInclude(Stmt.Include node, String name) {
        Local again = code.own(Types.ACTIVATION);
        code.at(node.position());
        code.load(code.activation);
        code.load(again);
        code.invokeStatic(Types.REPEATED_INCLUDE, "names", Types.method("AA", "C"));
        Local context = code.keep(Types.CONTEXT);
        addLoops(context);
        code.load(code.activation);
        code.load(again);
        code.string(name);
        code.load(context);
        code.loadPosition();
        code.invokeStatic(Types.REPEATED_INCLUDE, "run", Types.method("AASCI", "A"));
        Local run = code.keep(Types.ACTIVATION);
        code.method.visitInsn(Opcodes.ACONST_NULL); // a run that fails is not used again
        code.store(again);
        unit.calls().start(run);
        code.load(run);
        code.invokeStatic(Types.REPEATED_INCLUDE, "next", Types.method("A", "A"));
        code.store(again);
        code.release(run);
        code.release(context);
    }

    /** The context an included template gets; inside a loop a copy with the loop's variables (spec 03 §2). */
    private Local context(boolean withContext, boolean loopVariables) {
        boolean loops = loopVariables && !unit.lexical().visibleOfLoops().isEmpty();
        code.load(code.activation);
        String method = withContext ? loops ? "copyContext" : "sameContext" : "emptyContext";
        code.invokeStatic(Types.PREPARE, method, Types.method("A", "C"));
        Local context = code.keep(Types.CONTEXT);
        if (withContext && loops) {
            addLoops(context);
        }
        return context;
    }

    private void addLoops(Local context) {
        innermostScope(context);
        for (Lexical.Variable variable : unit.lexical().visibleOfLoops()) {
            put(context, variable);
        }
    }

    private void innermostScope(Local context) {
        if (unit.plan().heapScopes()) {
            code.load(code.activation);
            code.load(context);
            code.invokeStatic(Types.PREPARE, "putScope", Types.method("AC", "V"));
            return;
        }
        for (Lexical.Variable variable : unit.lexical().innermostScope()) {
            Label unset = new Label();
            code.load(variable.local());
            code.missing();
            code.jump(Opcodes.IF_ACMPEQ, unset);
            put(context, variable);
            code.mark(unset);
        }
    }

    private void put(Local context, Lexical.Variable variable) {
        code.load(context);
        code.string(variable.name());
        code.load(variable.local());
        code.invokeVirtual(Types.CONTEXT, "put", Types.method("SO", "V"));
    }

    void embed(Stmt.Embed node) {
        Local name = name(node.template());
        code.at(node.position());
        Local context = context(node.withContext(), false);
        List<Lexical.Variable> captured = unit.lexical().visible();
        code.method.visitTypeInsn(Opcodes.NEW, Types.OVERRIDES);
        code.dup();
        code.load(code.activation);
        unit.capture(captured);
        code.method.visitMethodInsn(Opcodes.INVOKESPECIAL, Types.OVERRIDES, "<init>", Types.method("Ao", "V"), false);
        for (Stmt.Block override : node.overrides()) {
            UnitPlan plan = unit.template().plan().unit(override);
            unit.template().captures(plan, captured);
            code.string(override.name());
            code.push(plan.id());
            code.invokeVirtual(Types.OVERRIDES, "block", Types.method("SI", Types.OVERRIDES));
        }
        Local overrides = code.keep(Types.OVERRIDES);
        code.load(code.activation);
        code.load(name);
        code.load(context);
        code.load(overrides);
        code.loadPosition();
        code.invokeStatic(
                Types.PREPARE,
                "embed",
                "(" + Types.desc(Types.ACTIVATION) + Types.desc(Types.OBJECT) + Types.desc(Types.CONTEXT)
                        + Types.desc(Types.OVERRIDES) + "I)" + Types.desc(Types.ACTIVATION));
        unit.calls().finishAsOutput(true);
        code.release(overrides);
        code.release(context);
        code.release(name);
    }

    private Local imported(Expr template, boolean withContext) {
        Local name = name(template);
        code.load(code.activation);
        code.load(name);
        code.push(withContext ? 1 : 0);
        code.loadPosition();
        code.invokeStatic(Types.PREPARE, "module", Types.method("AOZI", "A"));
        if (code.resumable) {
            unit.calls().finishAsValue();
        } else {
            code.load(code.out);
            code.invokeStatic(Types.UNITS, "module", Types.method("AP", "O"));
        }
        code.release(name);
        return code.keep();
    }

    void module(Stmt.Import node) {
        Local module = imported(node.template(), node.withContext());
        code.load(code.activation);
        code.string(node.alias());
        code.load(module);
        code.invokeVirtual(Types.ACTIVATION, "let", Types.method("SO", "V"));
        code.release(module);
    }

    void names(Stmt.FromImport node) {
        Local module = imported(node.template(), node.withContext());
        for (Stmt.ImportName each : node.names()) {
            code.at(each.position());
            code.load(code.activation);
            code.string(each.alias());
            code.load(module);
            code.string(each.name());
            code.invokeStatic(Types.STATEMENTS, "imported", Types.method("OS", "O"));
            code.invokeVirtual(Types.ACTIVATION, "let", Types.method("SO", "V"));
        }
        code.release(module);
    }
}
