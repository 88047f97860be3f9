package dev.kida.compile;

import dev.kida.analyze.Children;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the names that {@code set} writes into one scope: those of nested scopes and units are not among them. */
final class SetNames {

    private SetNames() {}

    static Set<String> of(List<Stmt> body) {
        Set<String> names = new LinkedHashSet<>();
        collect(body, names);
        return names;
    }

    private static void collect(List<Stmt> body, Set<String> names) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Assign assign && assign.kind() == Stmt.AssignKind.SET) {
                for (Stmt.Assignment assignment : assign.assignments()) {
                    names.addAll(targets(assignment.target()));
                }
            } else if (statement instanceof Stmt.For loop) {
                collect(loop.empty(), names);
            } else if (!opensScope(statement)) {
                for (List<Stmt> inner : Children.bodies(statement)) {
                    collect(inner, names);
                }
            }
        }
    }

    /** Whether something looks at the scope of a body as a whole: an include, overrides of an embed, or slot content. */
    static boolean isLookedAt(List<Stmt> body) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Include
                    || statement instanceof Stmt.Embed
                    || statement instanceof Stmt.CallBlock) {
                return true;
            }
            List<List<Stmt>> inner = statement instanceof Stmt.For loop
                    ? List.of(loop.empty())
                    : opensScope(statement) ? List.of() : Children.bodies(statement);
            for (List<Stmt> each : inner) {
                if (isLookedAt(each)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean opensScope(Stmt statement) {
        return statement instanceof Stmt.If
                || statement instanceof Stmt.While
                || statement instanceof Stmt.Block
                || statement instanceof Stmt.Def
                || statement instanceof Stmt.CallBlock
                || statement instanceof Stmt.Defer
                || statement instanceof Stmt.Embed
                || (statement instanceof Stmt.Extension tag
                        && !tag.tag().variables().isEmpty())
                || (statement instanceof Stmt.Slot slot && !slot.bindings().isEmpty());
    }

    static Set<String> targets(Target target) {
        Set<String> names = new LinkedHashSet<>();
        add(target, names);
        return names;
    }

    private static void add(Target target, Set<String> names) {
        if (target instanceof Target.NameTarget name) {
            names.add(name.name());
        } else if (target instanceof Target.TupleTarget tuple) {
            for (Target element : tuple.elements()) {
                add(element, names);
            }
        }
    }
}
