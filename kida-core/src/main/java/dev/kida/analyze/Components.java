package dev.kida.analyze;

import dev.kida.syntax.Stmt;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The components that a template declares or imports. */
public final class Components {

    private Components() {}

    /** The defs of a template in source order, without those inside other defs; of equal names the last one counts. */
    public static Map<String, Stmt.Def> declared(List<Stmt> body) {
        Map<String, Stmt.Def> defs = new LinkedHashMap<>();
        collect(body, defs, statement -> !(statement instanceof Stmt.Def));
        return defs;
    }

    /** The defs of a template at any depth; of equal names the last one counts. */
    static Map<String, Stmt.Def> all(List<Stmt> body) {
        Map<String, Stmt.Def> defs = new LinkedHashMap<>();
        collect(body, defs, statement -> true);
        return defs;
    }

    private static void collect(List<Stmt> body, Map<String, Stmt.Def> defs, Predicate<Stmt> enter) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Def def && !def.region()) {
                defs.put(def.name(), def);
            }
            if (enter.test(statement)) {
                Children.bodies(statement).forEach(inner -> collect(inner, defs, enter));
            }
        }
    }

    /** The names by which a template knows components, at any depth: its own, regions, and what it imports. */
    public static Set<String> names(List<Stmt> body) {
        Set<String> names = new LinkedHashSet<>();
        Children.walk(
                body,
                statement -> {
                    if (statement instanceof Stmt.Def def) {
                        names.add(def.name());
                    } else if (statement instanceof Stmt.Import node) {
                        names.add(node.alias());
                    } else if (statement instanceof Stmt.FromImport node) {
                        node.names().forEach(name -> names.add(name.alias()));
                    }
                },
                expression -> {});
        return names;
    }

    /** The names of the slots a component has a place for, {@code default} among them; those of nested defs are not. */
    public static Set<String> slots(Stmt.Def component) {
        Set<String> slots = new LinkedHashSet<>();
        slots(component.body(), slots);
        return slots;
    }

    private static void slots(List<Stmt> body, Set<String> slots) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Slot slot) {
                slots.add(slot.name());
            }
            if (!(statement instanceof Stmt.Def)) {
                Children.bodies(statement).forEach(inner -> slots(inner, slots));
            }
        }
    }
}
