package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        blind.addAll(BlindComponents.of(body));
        Stmt.Extends parent = parent(body);
        List<Stmt> page = parent == null ? body : beforeParent(body, parent);
        unit(UnitPlan.Kind.BODY, "body", page, List.of(), false);
        unit(UnitPlan.Kind.SETUP, "setup", setup(body), List.of(), false);
        nested(body, false);
        return new TemplatePlan(
                List.copyOf(units),
                byNode,
                blocks,
                components(body),
                Awaiting.isIn(body),
                BodyKind.of(body),
                parent != null,
                parent == null ? null : References.literal(parent.parent()),
                References.of(body),
                NameReads.of(body, setup(body)));
    }

    static Stmt.@Nullable Extends parent(List<Stmt> body) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Extends parent) {
                return parent;
            }
        }
        return null;
    }

    private static List<Stmt> beforeParent(List<Stmt> body, Stmt.Extends parent) {
        List<Stmt> page = new ArrayList<>();
        for (Stmt statement : body) {
            if (TemplatePlan.runsBeforeParent(statement)) {
                page.add(statement);
            }
        }
        page.add(parent);
        return page;
    }

    /** Imports, lets, defs, regions, then the contents of globals groups (spec 06 §5). */
    private static List<Stmt> setup(List<Stmt> body) {
        List<Stmt> imports = new ArrayList<>();
        List<Stmt> lets = new ArrayList<>();
        List<Stmt> defs = new ArrayList<>();
        List<Stmt> regions = new ArrayList<>();
        List<Stmt> globals = new ArrayList<>();
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Import || statement instanceof Stmt.FromImport) {
                imports.add(statement);
            } else if (statement instanceof Stmt.Assign assign && assign.kind() == Stmt.AssignKind.LET) {
                lets.add(statement);
            } else if (statement instanceof Stmt.Def def) {
                (def.region() ? regions : defs).add(def);
            } else if (statement instanceof Stmt.Globals group) {
                globals.addAll(group.body());
            }
        }
        List<Stmt> setup = imports;
        setup.addAll(lets);
        setup.addAll(defs);
        setup.addAll(regions);
        setup.addAll(globals);
        return setup;
    }

    private static Set<String> names(List<Stmt.Parameter> parameters) {
        Set<String> names = new HashSet<>();
        for (Stmt.Parameter parameter : parameters) {
            names.add(parameter.name());
        }
        return names;
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
                for (Stmt.SlotBody slot : node.slots()) {
                    slot(slot);
                }
            } else if (statement instanceof Stmt.Defer node) {
                section(node);
            } else if (statement instanceof Stmt.Embed node) {
                for (Stmt.Block override : node.overrides()) {
                    UnitPlan unit = unit(UnitPlan.Kind.OVERRIDE, override.name(), override.body(), List.of(), true);
                    byNode.put(override, unit);
                    nested(override.body(), true);
                }
            } else {
                for (List<Stmt> inner : Children.bodies(statement)) {
                    nested(inner, looksOut);
                }
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
        boolean context = kind == UnitPlan.Kind.DEF && ContextUse.in(body, blind, names(parameters));
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
            if (statement instanceof Stmt.Block || statement instanceof Stmt.Def) {
                continue;
            }
            for (List<Stmt> inner : Children.bodies(statement)) {
                if (hasClosures(inner)) {
                    return true;
                }
            }
        }
        return false;
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
