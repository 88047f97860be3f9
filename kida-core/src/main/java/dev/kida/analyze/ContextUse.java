package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the body of a component assigns names of the context, or lets other code see it. */
final class ContextUse implements NodeVisitor {

    private final Set<String> blind;
    private final Set<String> variables;
    private boolean found;

    private ContextUse(Set<String> blind, Set<String> variables) {
        this.blind = blind;
        this.variables = variables;
    }

    /**
     * @param blind components that do not see the context of who calls them
     * @param parameters the names of arguments
     */
    static boolean in(List<Stmt> body, Set<String> blind, Set<String> parameters) {
        ContextUse use = new ContextUse(blind, new HashSet<>(parameters));
        Children.walk(body, use);
        return use.found;
    }

    @Override
    public void statement(Stmt statement) {
        if (statement instanceof Stmt.For loop) {
            variables.addAll(NameReads.targets(loop.target()));
        }
        found |= statement instanceof Stmt.Assign assign && assigns(assign)
                || statement instanceof Stmt.Capture
                || statement instanceof Stmt.With
                || statement instanceof Stmt.WithValue
                || statement instanceof Stmt.Import
                || statement instanceof Stmt.FromImport
                || statement instanceof Stmt.Include
                || statement instanceof Stmt.Block
                || statement instanceof Stmt.Embed
                || statement instanceof Stmt.CallBlock
                || statement instanceof Stmt.Defer
                || statement instanceof Stmt.Def
                || statement instanceof Stmt.Slot;
    }

    private static boolean assigns(Stmt.Assign assign) {
        if (assign.kind() != Stmt.AssignKind.SET) {
            return true;
        }
        for (Stmt.Assignment assignment : assign.assignments()) {
            if (assignment.ifMissing()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void expression(Expr expression) {
        found |= expression instanceof Expr.Name name
                        && (name.name().equals("caller") || name.name().equals("has_slot"))
                || expression instanceof Expr.Call call && mayBeRegion(call.callee());
    }

    /** Whether a call may be that of a region. Methods of arguments and items are those of objects. */
    private boolean mayBeRegion(Expr callee) {
        if (callee instanceof Expr.Name name) {
            return !blind.contains(name.name());
        }
        if (!(callee instanceof Expr.Attribute attribute)) {
            return true;
        }
        Expr receiver = attribute.object();
        while (receiver instanceof Expr.Attribute outer) {
            receiver = outer.object();
        }
        return receiver instanceof Expr.Name name && !variables.contains(name.name());
    }
}
