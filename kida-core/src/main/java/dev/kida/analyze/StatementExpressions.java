package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the expressions a statement evaluates itself. */
record StatementExpressions(List<Expr> out) implements Stmt.Visitor<@Nullable Void> {

    private void filter(Stmt.@Nullable FilterRef filter) {
        if (filter != null) {
            Children.arguments(filter.arguments(), filter.keywords(), out);
        }
    }

    private @Nullable Void bound(List<Stmt.Binding> bindings) {
        for (Stmt.Binding binding : bindings) {
            out.add(binding.value());
        }
        return null;
    }

    @Override
    public @Nullable Void visitText(Stmt.Text node) {
        return null;
    }

    @Override
    public @Nullable Void visitOutput(Stmt.Output node) {
        out.add(node.expression());
        return null;
    }

    @Override
    public @Nullable Void visitIf(Stmt.If node) {
        for (Stmt.Branch branch : node.branches()) {
            out.add(branch.condition());
        }
        return null;
    }

    @Override
    public @Nullable Void visitFor(Stmt.For node) {
        out.add(node.iterable());
        Children.optional(node.filter(), out);
        return null;
    }

    @Override
    public @Nullable Void visitWhile(Stmt.While node) {
        out.add(node.condition());
        return null;
    }

    @Override
    public @Nullable Void visitBreak(Stmt.Break node) {
        return null;
    }

    @Override
    public @Nullable Void visitContinue(Stmt.Continue node) {
        return null;
    }

    @Override
    public @Nullable Void visitAssign(Stmt.Assign node) {
        for (Stmt.Assignment assignment : node.assignments()) {
            out.add(assignment.value());
        }
        return null;
    }

    @Override
    public @Nullable Void visitWith(Stmt.With node) {
        return bound(node.bindings());
    }

    @Override
    public @Nullable Void visitWithValue(Stmt.WithValue node) {
        out.addAll(node.values());
        return null;
    }

    @Override
    public @Nullable Void visitMatch(Stmt.Match node) {
        out.addAll(node.subjects());
        for (Stmt.Case each : node.cases()) {
            Children.pattern(each.pattern(), out);
            Children.optional(each.guard(), out);
        }
        return null;
    }

    @Override
    public @Nullable Void visitTry(Stmt.Try node) {
        return null;
    }

    @Override
    public @Nullable Void visitDefer(Stmt.Defer node) {
        return null;
    }

    @Override
    public @Nullable Void visitCapture(Stmt.Capture node) {
        filter(node.filter());
        return null;
    }

    @Override
    public @Nullable Void visitFilterBlock(Stmt.FilterBlock node) {
        filter(node.filter());
        return null;
    }

    @Override
    public @Nullable Void visitSpaceless(Stmt.Spaceless node) {
        return null;
    }

    @Override
    public @Nullable Void visitCache(Stmt.Cache node) {
        out.add(node.key());
        Children.optional(node.ttl(), out);
        return null;
    }

    @Override
    public @Nullable Void visitExtends(Stmt.Extends node) {
        out.add(node.parent());
        return null;
    }

    @Override
    public @Nullable Void visitInclude(Stmt.Include node) {
        out.add(node.template());
        return null;
    }

    @Override
    public @Nullable Void visitImport(Stmt.Import node) {
        out.add(node.template());
        return null;
    }

    @Override
    public @Nullable Void visitFromImport(Stmt.FromImport node) {
        out.add(node.template());
        return null;
    }

    @Override
    public @Nullable Void visitEmbed(Stmt.Embed node) {
        out.add(node.template());
        return null;
    }

    @Override
    public @Nullable Void visitBlock(Stmt.Block node) {
        Children.optional(node.condition(), out);
        return null;
    }

    @Override
    public @Nullable Void visitGlobals(Stmt.Globals node) {
        return null;
    }

    @Override
    public @Nullable Void visitDef(Stmt.Def node) {
        for (Stmt.Parameter parameter : node.parameters()) {
            Children.optional(parameter.defaultValue(), out);
        }
        return null;
    }

    @Override
    public @Nullable Void visitCallBlock(Stmt.CallBlock node) {
        out.add(node.call());
        return null;
    }

    @Override
    public @Nullable Void visitSlot(Stmt.Slot node) {
        return bound(node.bindings());
    }

    @Override
    public @Nullable Void visitProvide(Stmt.Provide node) {
        out.add(node.value());
        return null;
    }

    @Override
    public @Nullable Void visitPush(Stmt.Push node) {
        return null;
    }

    @Override
    public @Nullable Void visitStack(Stmt.Stack node) {
        return null;
    }

    @Override
    public @Nullable Void visitTrans(Stmt.Trans node) {
        return bound(node.bindings());
    }

    @Override
    public @Nullable Void visitFlush(Stmt.Flush node) {
        return null;
    }

    @Override
    public @Nullable Void visitDeclaration(Stmt.Declaration node) {
        return null;
    }

    @Override
    public @Nullable Void visitExtension(Stmt.Extension node) {
        Children.arguments(node.arguments(), node.keywords(), out);
        return null;
    }
}
