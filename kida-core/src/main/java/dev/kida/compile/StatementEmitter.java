package dev.kida.compile;

import dev.kida.analyze.Children;
import dev.kida.analyze.Weight;
import dev.kida.output.StaticText;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Emits statements: control flow, variables and output here, the rest through its helpers. */
final class StatementEmitter implements Stmt.Visitor<@Nullable Void> {

    private final Unit unit;
    private final Code code;
    private final Exits exits = new Exits();
    private final ScopeEmitter scopes;
    private final AssignmentEmitter assignments;
    private final BodyEmitter bodies;
    private final LoopEmitter loops;
    private final BufferEmitter buffers;
    private final TemplateReferenceEmitter references;
    private final ComponentEmitter components;
    private final MatchEmitter matches;
    private final TagEmitter tags;
    private final SectionEmitter sections;
    private final AwaitEmitter awaits;

    StatementEmitter(Unit unit) {
        this.unit = unit;
        this.code = unit.code();
        this.scopes = new ScopeEmitter(unit, this);
        this.assignments = new AssignmentEmitter(unit);
        this.bodies = new BodyEmitter(unit, this);
        this.loops = new LoopEmitter(unit, this);
        this.buffers = new BufferEmitter(unit, this);
        this.references = new TemplateReferenceEmitter(unit);
        this.components = new ComponentEmitter(unit, this);
        this.matches = new MatchEmitter(unit, this);
        this.tags = new TagEmitter(unit, this, buffers);
        this.sections = new SectionEmitter(unit);
        this.awaits = new AwaitEmitter(code);
    }

    Exits exits() {
        return exits;
    }

    /** The waits of this method. */
    AwaitEmitter awaits() {
        return awaits;
    }

    private ExpressionEmitter expressions() {
        return unit.expressions();
    }

    // ---- bodies ----------------------------------------------------------------------------------------------------

    /** Emits statements one after the other; in a large unit, pieces of them as methods of their own. */
    void body(List<Stmt> body) {
        bodies.body(body);
    }

    /** The pieces of the unit that are methods of their own. */
    PartEmitter parts() {
        return bodies.parts();
    }

    /** How many of the first branches of a statement fit into this method. */
    int fitting(List<List<Stmt>> branches, List<Integer> weights) {
        return bodies.fitting(branches, weights);
    }

    void statement(Stmt statement) {
        code.at(statement.position());
        if (unit.large()) {
            for (Expr expression : Children.expressions(statement)) {
                unit.template().outline().add(expression);
            }
        }
        if (code.resumable) {
            awaits.names(new AwaitedNames(unit.lexical()).of(statement));
        }
        statement.accept(this);
        if (unit.template().bounded()) {
            code.load(code.out);
            code.invokeStatic(Types.BOUNDED, "written", Types.method("P", "V"));
        }
    }

    /** Emits something that may not run, so that what it awaits is not known afterwards. */
    void branch(Runnable emit) {
        Set<String> before = awaits.enterBranch();
        emit.run();
        awaits.leaveBranch(before);
    }

    /** As {@link #branch(Runnable)}, for a body in a scope of its own. */
    void branch(List<Stmt> body) {
        Set<String> before = awaits.enterBranch();
        scoped(body);
        awaits.leaveBranch(before);
    }

    /** Emits a body in a scope of its own. */
    void scoped(List<Stmt> body) {
        scopes.scoped(body, Map.of());
    }

    /**
     * Emits a body in a scope of its own.
     *
     * @param given names the scope starts with
     */
    void scoped(List<Stmt> body, Map<String, Local> given) {
        scopes.scoped(body, given);
    }

    // ---- output ----------------------------------------------------------------------------------------------------

    @Override
    public @Nullable Void visitText(Stmt.Text node) {
        int end = code.resumable && unit.template().escape()
                ? unit.template().sectionPlaces().endOfBody(node)
                : -1;
        if (end >= 0) {
            sections.endOfBody(node.text(), end);
        } else if (!node.text().isEmpty()) {
            code.load(code.out);
            code.constant(new StaticText(node.text()), Types.STATIC_TEXT);
            code.invokeVirtual(Types.OUTPUT, "text", "(" + Types.desc(Types.STATIC_TEXT) + ")V");
        }
        return null;
    }

    @Override
    public @Nullable Void visitOutput(Stmt.Output node) {
        boolean escape = unit.template().escape();
        if (node.expression() instanceof Expr.Call call) {
            unit.calls().print(call, escape);
            return null;
        }
        AccessEmitter access = expressions().access();
        boolean apart = expressions().needsEmptyStack(node.expression());
        if (node.expression() instanceof Expr.Attribute attribute && !apart && access.isPrintable(attribute)) {
            access.print(attribute, escape);
            return null;
        }
        if (apart) {
            expressions().value(node.expression());
            Local value = code.keep();
            code.load(code.out);
            code.load(value);
            code.release(value);
        } else {
            code.load(code.out);
            expressions().value(node.expression());
        }
        code.at(node.position());
        if (unit.template().bounded()) {
            code.load(code.activation);
            code.invokeStatic(Types.BOUNDED, "printed", Types.method("OA", "O"));
        }
        code.invokeVirtual(Types.OUTPUT, escape ? "escaped" : "plain", Types.method("O", "V"));
        return null;
    }

    @Override
    public @Nullable Void visitFlush(Stmt.Flush node) {
        if (code.resumable) {
            code.suspend(3);
            code.pop();
        } else {
            code.load(code.out);
            code.invokeVirtual(Types.OUTPUT, "flush", "()V");
        }
        return null;
    }

    @Override
    public @Nullable Void visitTrans(Stmt.Trans node) {
        expressions().array(node.bindings().stream().map(Stmt.Binding::value).toList());
        Local values = code.keep("[Ljava/lang/Object;");
        code.at(node.position());
        code.load(code.activation);
        code.load(code.out);
        code.string(node.singular());
        code.literal(node.plural());
        unit.strings(node.bindings().stream().map(Stmt.Binding::name).toArray(String[]::new));
        code.load(values);
        code.push(unit.template().escape() ? 1 : 0);
        code.invokeStatic(Types.STATEMENTS, "trans", Types.method("APSSsoZ", "V"));
        code.release(values);
        return null;
    }

    // ---- control flow ----------------------------------------------------------------------------------------------

    @Override
    public @Nullable Void visitIf(Stmt.If node) {
        Label done = new Label();
        List<Stmt.Branch> branches = node.branches();
        List<List<Stmt>> bodies = new ArrayList<>(branches.size());
        List<Integer> weights = new ArrayList<>(branches.size());
        for (Stmt.Branch each : branches) {
            bodies.add(each.body());
            weights.add(1 + Weight.of(each.condition()));
        }
        int fitting = fitting(bodies, weights);
        for (Stmt.Branch each : branches.subList(0, fitting)) {
            Label next = new Label();
            code.at(each.position());
            expressions().conditions().jumpUnless(each.condition(), next);
            branch(each.body());
            code.go(done);
            code.mark(next);
        }
        if (fitting < branches.size()) {
            List<Stmt.Branch> rest = branches.subList(fitting, branches.size());
            branch(() -> parts().statements(List.of(new Stmt.If(node.position(), rest, node.otherwise()))));
        } else {
            branch(node.otherwise());
        }
        code.mark(done);
        return null;
    }

    @Override
    public @Nullable Void visitFor(Stmt.For node) {
        loops.forLoop(node);
        return null;
    }

    @Override
    public @Nullable Void visitWhile(Stmt.While node) {
        loops.whileLoop(node);
        return null;
    }

    @Override
    public @Nullable Void visitBreak(Stmt.Break node) {
        leave(true);
        return null;
    }

    @Override
    public @Nullable Void visitContinue(Stmt.Continue node) {
        leave(false);
        return null;
    }

    /** Leaves the loop around, or its turn. */
    void leave(boolean isBreak) {
        Label target = exits.unwind(isBreak);
        Label unreachable = new Label();
        // What follows in the body cannot be reached, but is emitted; the verifier wants a way to it.
        code.push(1);
        code.jump(Opcodes.IFNE, target);
        code.mark(unreachable);
    }

    @Override
    public @Nullable Void visitMatch(Stmt.Match node) {
        matches.match(node);
        return null;
    }

    @Override
    public @Nullable Void visitTry(Stmt.Try node) {
        components.tryFallback(node);
        return null;
    }

    @Override
    public @Nullable Void visitDefer(Stmt.Defer node) {
        sections.defer(node);
        return null;
    }

    // ---- variables -------------------------------------------------------------------------------------------------

    @Override
    public @Nullable Void visitAssign(Stmt.Assign node) {
        assignments.assign(node);
        return null;
    }

    /** Calls {@code activation.method(name, value)} with the value on the stack. */
    void onActivation(String method, String name) {
        assignments.onActivation(method, name);
    }

    @Override
    public @Nullable Void visitWith(Stmt.With node) {
        buffers.with(node);
        return null;
    }

    @Override
    public @Nullable Void visitWithValue(Stmt.WithValue node) {
        buffers.withValue(node);
        return null;
    }

    @Override
    public @Nullable Void visitProvide(Stmt.Provide node) {
        buffers.provide(node);
        return null;
    }

    // ---- buffered constructs ---------------------------------------------------------------------------------------

    @Override
    public @Nullable Void visitCapture(Stmt.Capture node) {
        buffers.capture(node);
        return null;
    }

    @Override
    public @Nullable Void visitFilterBlock(Stmt.FilterBlock node) {
        buffers.filter(node);
        return null;
    }

    @Override
    public @Nullable Void visitSpaceless(Stmt.Spaceless node) {
        buffers.spaceless(node);
        return null;
    }

    @Override
    public @Nullable Void visitCache(Stmt.Cache node) {
        buffers.cache(node);
        return null;
    }

    @Override
    public @Nullable Void visitPush(Stmt.Push node) {
        buffers.push(node);
        return null;
    }

    @Override
    public @Nullable Void visitStack(Stmt.Stack node) {
        code.load(code.activation);
        code.load(code.out);
        code.string(node.name());
        code.invokeStatic(Types.STATEMENTS, "stack", Types.method("APS", "V"));
        return null;
    }

    // ---- blocks, templates, components -----------------------------------------------------------------------------

    @Override
    public @Nullable Void visitBlock(Stmt.Block node) {
        references.block(node);
        return null;
    }

    @Override
    public @Nullable Void visitExtends(Stmt.Extends node) {
        references.parent(node);
        return null;
    }

    @Override
    public @Nullable Void visitInclude(Stmt.Include node) {
        references.include(node);
        return null;
    }

    @Override
    public @Nullable Void visitImport(Stmt.Import node) {
        references.module(node);
        return null;
    }

    @Override
    public @Nullable Void visitFromImport(Stmt.FromImport node) {
        references.names(node);
        return null;
    }

    @Override
    public @Nullable Void visitEmbed(Stmt.Embed node) {
        references.embed(node);
        return null;
    }

    @Override
    public @Nullable Void visitGlobals(Stmt.Globals node) {
        body(node.body());
        return null;
    }

    @Override
    public @Nullable Void visitDef(Stmt.Def node) {
        components.define(node);
        return null;
    }

    @Override
    public @Nullable Void visitCallBlock(Stmt.CallBlock node) {
        components.call(node);
        return null;
    }

    @Override
    public @Nullable Void visitSlot(Stmt.Slot node) {
        components.slot(node);
        return null;
    }

    @Override
    public @Nullable Void visitDeclaration(Stmt.Declaration node) {
        return null;
    }

    @Override
    public @Nullable Void visitExtension(Stmt.Extension node) {
        tags.tag(node);
        return null;
    }
}
