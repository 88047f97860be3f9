package dev.kida.compile;

import dev.kida.analyze.Children;
import dev.kida.analyze.NodeVisitor;
import dev.kida.analyze.UnitPlan;
import dev.kida.render.ComponentSite;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import java.util.Set;

/**
 * Finds the components that can be called directly: their arguments become variables of a method, and they run without a run
 * of their own. Nothing in such a body assigns names, opens scopes on the heap, or starts another unit than a component.
 */
final class DirectComponents implements NodeVisitor {

    private static final Set<Class<? extends Stmt>> STATEMENTS = Set.of(
            Stmt.Text.class, Stmt.Output.class, Stmt.If.class, Stmt.For.class, Stmt.Break.class, Stmt.Continue.class);

    private boolean direct = true;

    private DirectComponents() {}

    static boolean isDirect(UnitPlan plan) {
        if (plan.kind() != UnitPlan.Kind.DEF
                || plan.ownContext()
                || plan.heapScopes()
                || plan.parameters().size() > ComponentSite.MOST) {
            return false;
        }
        for (Stmt.Parameter parameter : plan.parameters()) {
            if (parameter.kind() != Stmt.ParameterKind.PLAIN) {
                return false;
            }
        }
        DirectComponents found = new DirectComponents();
        Children.walk(plan.body(), found);
        return found.direct;
    }

    @Override
    public void statement(Stmt statement) {
        direct &= STATEMENTS.contains(statement.getClass())
                && !(statement instanceof Stmt.For loop && (loop.async() || !PlainLoops.isPlain(loop)));
    }

    @Override
    public void expression(Expr expression) {
        direct &= !(expression instanceof Expr.Await);
    }
}
