package dev.kida.compile;

import dev.kida.analyze.BodyKind;
import dev.kida.analyze.UnitPlan;
import dev.kida.render.ComponentSite;
import dev.kida.syntax.Stmt;

/**
 * Finds the components that can be called directly: their arguments become variables of a method, and they run without a run
 * of their own. Their bodies are plain.
 */
final class DirectComponents {

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
        return BodyKind.isPlain(plan.body());
    }
}
