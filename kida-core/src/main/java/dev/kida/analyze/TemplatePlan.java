package dev.kida.analyze;

import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a template is cut into units, and what is known about it before it runs.
 *
 * @param units all units; the first is the page, the second the set-up for block renders
 * @param byNode the unit of a {@code Block}, {@code Def} or {@code SlotBody}, by identity
 * @param blocks blocks, fragments and regions in source order, with the unit that renders them
 * @param components {@code def} or {@code region} by the names of top-level components
 * @param async whether the text contains {@code await} or {@code async for} that can be reached
 * @param kind what the page comes to
 * @param extending whether the template extends another one
 * @param parent the literal name of the parent, or null
 * @param references the templates it names
 * @param reads what the page and each block read of the context, by the name of the block
 */
public record TemplatePlan(
        List<UnitPlan> units,
        Map<Object, UnitPlan> byNode,
        Map<String, UnitPlan> blocks,
        Map<String, String> components,
        boolean async,
        BodyKind kind,
        boolean extending,
        @Nullable String parent,
        References references,
        Map<String, Reads> reads) {

    /** Plans a parsed template. Units have the same numbers whatever the size of the pieces. */
    public static TemplatePlan of(TemplateNode template, Granularity granularity) {
        return new Planner(template, granularity).plan();
    }

    /** The unit of a node. */
    public UnitPlan unit(Object node) {
        UnitPlan unit = byNode.get(node);
        if (unit == null) {
            throw new IllegalStateException("no unit for " + node);
        }
        return unit;
    }

    /** Whether there are parts that may be sent out of order. */
    public boolean hasSections() {
        for (UnitPlan unit : units) {
            if (unit.kind() == UnitPlan.Kind.SECTION) {
                return true;
            }
        }
        return false;
    }

    /** The statements of a page that extends another one which run before its parent. */
    static boolean runsBeforeParent(Stmt statement) {
        return statement instanceof Stmt.Assign
                || statement instanceof Stmt.Import
                || statement instanceof Stmt.FromImport
                || statement instanceof Stmt.Def;
    }
}
