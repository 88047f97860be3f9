package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import dev.kida.value.Truth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts a template into units. */
final class Planner {

    private final Set<String> blind = new HashSet<>();
    private final TemplateNode template;
    private final Granularity granularity;
    private final List<UnitPlan> units = new ArrayList<>();
    private final Map<Object, UnitPlan> byNode = new IdentityHashMap<>();
    private final Map<String, UnitPlan> blocks = new LinkedHashMap<>();

    Planner(TemplateNode template, Granularity granularity) {
        this.template = template;
        this.granularity = granularity;
    }

    TemplatePlan plan() {
        List<Stmt> body = template.body();
        blind.addAll(blind(body));
        Optional<Stmt.Extends> parent = body.stream()
                .filter(Stmt.Extends.class::isInstance)
                .map(Stmt.Extends.class::cast)
                .findFirst();
        List<Stmt> page = parent.map(p -> beforeParent(body, p)).orElse(body);
        unit(UnitPlan.Kind.BODY, "body", page, List.of(), false);
        unit(UnitPlan.Kind.SETUP, "setup", setup(body), List.of(), false);
        nested(body, false);
        return new TemplatePlan(
                List.copyOf(units),
                byNode,
                blocks,
                components(body),
                async(body),
                parent.isPresent(),
                parent.map(p -> References.literal(p.parent())).orElse(null),
                References.of(body),
                NameReads.of(body));
    }

    private static List<Stmt> beforeParent(List<Stmt> body, Stmt.Extends parent) {
        List<Stmt> page = new ArrayList<>();
        body.stream().filter(TemplatePlan::runsBeforeParent).forEach(page::add);
        page.add(parent);
        return page;
    }

    /** Imports, lets, defs, regions, then the contents of globals groups (spec 06 §5). */
    private static List<Stmt> setup(List<Stmt> body) {
        List<Stmt> setup = new ArrayList<>();
        body.stream()
                .filter(s -> s instanceof Stmt.Import || s instanceof Stmt.FromImport)
                .forEach(setup::add);
        body.stream()
                .filter(s -> s instanceof Stmt.Assign assign && assign.kind() == Stmt.AssignKind.LET)
                .forEach(setup::add);
        body.stream().filter(s -> s instanceof Stmt.Def def && !def.region()).forEach(setup::add);
        body.stream().filter(s -> s instanceof Stmt.Def def && def.region()).forEach(setup::add);
        body.stream().filter(Stmt.Globals.class::isInstance).forEach(s -> setup.addAll(((Stmt.Globals) s).body()));
        return setup;
    }

    // ---- units -----------------------------------------------------------------------------------------------------

    /** Makes the units below a body; {@code looksOut} says whether scopes of the surroundings can be seen there. */
    private void nested(List<Stmt> body, boolean looksOut) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Block node) {
                block(node, UnitPlan.Kind.BLOCK);
            } else if (statement instanceof Stmt.Def node) {
                component(node, looksOut);
            } else if (statement instanceof Stmt.CallBlock node) {
                node.slots().forEach(this::slot);
            } else if (statement instanceof Stmt.Defer node) {
                section(node);
            } else if (statement instanceof Stmt.Embed node) {
                node.overrides().forEach(override -> {
                    UnitPlan unit = unit(UnitPlan.Kind.OVERRIDE, override.name(), override.body(), List.of(), true);
                    byNode.put(override, unit);
                    nested(override.body(), true);
                });
            } else {
                Children.bodies(statement).forEach(inner -> nested(inner, looksOut));
            }
        }
    }

    private void block(Stmt.Block node, UnitPlan.Kind kind) {
        UnitPlan unit = unit(kind, node.name(), node.body(), List.of(), false);
        byNode.put(node, unit);
        blocks.put(node.name(), unit);
        nested(node.body(), unit.heapScopes());
    }

    private void component(Stmt.Def node, boolean looksOut) {
        UnitPlan.Kind kind = node.region() ? UnitPlan.Kind.REGION : UnitPlan.Kind.DEF;
        UnitPlan unit = unit(kind, node.name(), node.body(), node.parameters(), !node.region());
        byNode.put(node, unit);
        if (node.region()) {
            blocks.put(node.name(), unit);
        }
        nested(node.body(), looksOut || unit.heapScopes());
    }

    private void slot(Stmt.SlotBody slot) {
        byNode.put(slot, unit(UnitPlan.Kind.SLOT, slot.name(), slot.body(), List.of(), true));
        nested(slot.body(), true);
    }

    private void section(Stmt.Defer node) {
        part(node, "defer", node.body());
        if (!node.loading().isEmpty()) {
            part(node.loading(), "loading", node.loading());
        }
        Stmt.Fallback fallback = node.fallback();
        if (fallback != null) {
            part(fallback, "fallback", fallback.body());
        }
    }

    private void part(Object key, String name, List<Stmt> body) {
        byNode.put(key, unit(UnitPlan.Kind.SECTION, name, body, List.of(), true));
        nested(body, true);
    }

    private UnitPlan unit(
            UnitPlan.Kind kind, String name, List<Stmt> body, List<Stmt.Parameter> parameters, boolean scoped) {
        boolean large = Weight.isTooMuch(body, granularity);
        boolean inner = kind == UnitPlan.Kind.SLOT || kind == UnitPlan.Kind.OVERRIDE || kind == UnitPlan.Kind.SECTION;
        boolean heap = large || inner || hasClosures(body);
        boolean context = kind == UnitPlan.Kind.DEF && usesContext(body);
        UnitPlan unit = new UnitPlan(units.size(), kind, name, body, parameters, heap, scoped || heap, context);
        units.add(unit);
        return unit;
    }

    // ---- facts -----------------------------------------------------------------------------------------------------

    /** Whether something in the body, outside of other units, can look into the scopes of its surroundings later. */
    private static boolean hasClosures(List<Stmt> body) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.CallBlock
                    || statement instanceof Stmt.Embed
                    || statement instanceof Stmt.Defer
                    || (statement instanceof Stmt.Def def && !def.region())) {
                return true;
            }
            if (!(statement instanceof Stmt.Block || statement instanceof Stmt.Def)
                    && Children.bodies(statement).stream().anyMatch(Planner::hasClosures)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a component body assigns names of the context, or lets other code see it. */
    private boolean usesContext(List<Stmt> body) {
        boolean[] found = {false};
        Children.walk(
                body,
                statement -> found[0] |= statement instanceof Stmt.Assign assign
                                && (assign.kind() != Stmt.AssignKind.SET
                                        || assign.assignments().stream().anyMatch(Stmt.Assignment::ifMissing))
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
                        || statement instanceof Stmt.Slot,
                expression -> found[0] |= expression instanceof Expr.Name name
                                && (name.name().equals("caller") || name.name().equals("has_slot"))
                        || expression instanceof Expr.Call call
                                && call.callee() instanceof Expr.Name callee
                                && !blind.contains(callee.name()));
        return found[0];
    }

    /**
     * The components of this template that do not see the context of who calls them, as regions do, and whose names stand for
     * nothing else in it.
     */
    private static Set<String> blind(List<Stmt> body) {
        Set<String> names = new HashSet<>();
        body.forEach(statement -> {
            if (statement instanceof Stmt.Def def && !def.region()) {
                names.add(def.name());
            }
        });
        names.removeAll(BindingNames.ofValues(body));
        Children.walk(
                body,
                statement -> {
                    if (statement instanceof Stmt.Def def && def.region()) {
                        names.remove(def.name());
                    } else if (statement instanceof Stmt.Import || statement instanceof Stmt.FromImport) {
                        names.clear(); // the rare page that has both is not worth a closer look
                    }
                },
                expression -> {
                    if (expression instanceof Expr.Comprehension comprehension) {
                        names.removeAll(NameReads.targets(comprehension.target()));
                    }
                });
        return names;
    }

    private static Map<String, String> components(List<Stmt> body) {
        Map<String, String> components = new LinkedHashMap<>();
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Def def) {
                components.put(def.name(), def.region() ? "region" : "def");
            }
        }
        return components;
    }

    private static boolean async(List<Stmt> body) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.For loop && loop.async()) {
                return true;
            }
            if (statement instanceof Stmt.Extension tag && tag.tag().async()) {
                return true;
            }
            if (statement instanceof Stmt.If node) {
                if (asyncIf(node)) {
                    return true;
                }
            } else if (Children.expressions(statement).stream().anyMatch(Planner::awaits)
                    || Children.bodies(statement).stream().anyMatch(Planner::async)) {
                return true;
            }
        }
        return false;
    }

    private static boolean asyncIf(Stmt.If node) {
        for (Stmt.Branch branch : node.branches()) {
            Boolean known = constantTruth(branch.condition());
            if (awaits(branch.condition()) || (!Boolean.FALSE.equals(known) && async(branch.body()))) {
                return true;
            }
            if (Boolean.TRUE.equals(known)) {
                return false;
            }
        }
        return async(node.otherwise());
    }

    private static @Nullable Boolean constantTruth(Expr condition) {
        if (condition instanceof Expr.Constant constant) {
            return Truth.of(constant.value()) ? Boolean.TRUE : Boolean.FALSE;
        }
        if (condition instanceof Expr.Unary unary
                && unary.operator() == Expr.UnaryOperator.NOT
                && unary.operand() instanceof Expr.Constant constant) {
            return Truth.of(constant.value()) ? Boolean.FALSE : Boolean.TRUE;
        }
        return null;
    }

    private static boolean awaits(Expr expression) {
        return expression instanceof Expr.Await
                || Children.of(expression).stream().anyMatch(Planner::awaits);
    }

    /** A measure of how much code a body becomes, without the units inside it. */
    static int weight(List<Stmt> body) {
        int weight = 0;
        for (Stmt statement : body) {
            weight += weight(statement);
        }
        return weight;
    }

    /** How deep bodies are nested, without the units inside. */
    static int depth(List<Stmt> body) {
        int depth = 0;
        for (Stmt statement : body) {
            if (!isSeparate(statement)) {
                for (List<Stmt> inner : Children.bodies(statement)) {
                    depth = Math.max(depth, depth(inner));
                }
            }
        }
        return depth + 1;
    }

    private static boolean isSeparate(Stmt statement) {
        return statement instanceof Stmt.Block
                || statement instanceof Stmt.Def
                || statement instanceof Stmt.CallBlock
                || statement instanceof Stmt.Defer
                || statement instanceof Stmt.Embed;
    }

    static int weight(Stmt statement) {
        int weight = 1;
        for (Expr expression : Children.expressions(statement)) {
            weight += weight(expression);
        }
        if (!isSeparate(statement)) {
            for (List<Stmt> inner : Children.bodies(statement)) {
                weight += weight(inner);
            }
        }
        return weight;
    }

    static int weight(Expr expression) {
        int weight = 1;
        for (Expr part : Children.of(expression)) {
            weight += weight(part);
        }
        return weight;
    }
}
