package dev.kida.analyze;

import dev.kida.syntax.Stmt;
import java.util.List;

/**
 * A piece of a template that becomes a method of its own.
 *
 * @param id its number in the template
 * @param name for stack traces
 * @param body what it runs
 * @param parameters of a component, else empty
 * @param heapScopes whether its scopes live on the heap, because a nested component or slot body can look into them
 * @param scopedNames whether names that are not local are looked up in scopes before the context
 * @param ownContext for a component: whether its body needs a context of its own
 */
public record UnitPlan(
        int id,
        Kind kind,
        String name,
        List<Stmt> body,
        List<Stmt.Parameter> parameters,
        boolean heapScopes,
        boolean scopedNames,
        boolean ownContext) {

    /** What a unit is. */
    public enum Kind {
        /** The page. */
        BODY,
        /** What runs before a block is rendered alone. */
        SETUP,
        BLOCK,
        DEF,
        REGION,
        /** Content written inside a {@code call}. */
        SLOT,
        /** A block inside an {@code embed}. */
        OVERRIDE,
        /** A part of a {@code defer} statement. */
        SECTION
    }
}
