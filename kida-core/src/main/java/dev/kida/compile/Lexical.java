package dev.kida.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names a unit binds at the point that is being emitted: lexical variables (loop targets, parameters, case bindings),
 * and the scopes of {@code set} as far as they are variables of the method (spec 02 §4, 03 §2).
 */
final class Lexical {

    /** A lexical variable, and whether it belongs to a {@code for} loop, so that includes get it. */
    record Variable(String name, Local local, boolean loop) {}

    private record Level(boolean scope, Map<String, Variable> names) {}

    private final Deque<Level> levels = new ArrayDeque<>();

    /** Opens a construct that binds lexical variables. */
    void enterVariables() {
        levels.push(new Level(false, new LinkedHashMap<>()));
    }

    /** Opens a scope whose {@code set} names are the given variables. */
    void enterScope(Map<String, Local> names) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        for (Map.Entry<String, Local> name : names.entrySet()) {
            variables.put(name.getKey(), new Variable(name.getKey(), name.getValue(), false));
        }
        levels.push(new Level(true, variables));
    }

    void bind(String name, Local local, boolean loop) {
        levels.getFirst().names().put(name, new Variable(name, local, loop));
    }

    Collection<Local> leave() {
        List<Local> locals = new ArrayList<>();
        for (Variable variable : levels.pop().names().values()) {
            locals.add(variable.local());
        }
        return locals;
    }

    /** The lexical variable of a name, or null. */
    @Nullable
    Variable variable(String name) {
        for (Level level : levels) {
            if (!level.scope()) {
                Variable found = level.names().get(name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The variable that the innermost construct binds under a name, or null. */
    @Nullable
    Variable variableHere(String name) {
        return levels.getFirst().names().get(name);
    }

    /** The {@code set} variables a read of the name has to look at, innermost first. */
    List<Local> scopeVariables(String name) {
        List<Local> found = new ArrayList<>();
        for (Level level : levels) {
            Variable variable = level.scope() ? level.names().get(name) : null;
            if (variable != null) {
                found.add(variable.local());
            }
        }
        return found;
    }

    /** The variable that {@code set name} writes, or null when no scope of the method is open. */
    @Nullable
    Local settable(String name) {
        for (Level level : levels) {
            if (level.scope()) {
                Variable variable = level.names().get(name);
                return variable == null ? null : variable.local();
            }
        }
        return null;
    }

    /** The names of the innermost scope. */
    Collection<Variable> innermostScope() {
        for (Level level : levels) {
            if (level.scope()) {
                return level.names().values();
            }
        }
        return List.of();
    }

    /** Every lexical variable that can be seen, inner ones hiding outer ones, in a stable order. */
    List<Variable> visible() {
        Map<String, Variable> seen = new LinkedHashMap<>();
        for (Level level : levels) {
            if (!level.scope()) {
                for (Variable variable : level.names().values()) {
                    seen.putIfAbsent(variable.name(), variable);
                }
            }
        }
        return new ArrayList<>(seen.values());
    }

    /** Those of {@link #visible} that loops bind. */
    List<Variable> visibleOfLoops() {
        List<Variable> loops = new ArrayList<>();
        for (Variable variable : visible()) {
            if (variable.loop()) {
                loops.add(variable);
            }
        }
        return loops;
    }
}
