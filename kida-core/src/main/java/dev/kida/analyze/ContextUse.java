package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import java.util.List;
import java.util.Set;

/** Whether the body of a component assigns names of the context, or lets other code see it. */
final class ContextUse implements NodeVisitor {

    private final Set<String> blind;
    private boolean found;

    private ContextUse(Set<String> blind) {
        this.blind = blind;
    }

    /**
     * @param blind components that do not see the context of who calls them
     */
    static boolean in(List<Stmt> body, Set<String> blind) {
        ContextUse use = new ContextUse(blind);
        Children.walk(body, use);
        return use.found;
    }

    @Override
    public void statement(Stmt statement) {
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
                || expression instanceof Expr.Call call
                        && call.callee() instanceof Expr.Name callee
                        && !blind.contains(callee.name());
    }
}
