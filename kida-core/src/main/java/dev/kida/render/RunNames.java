package dev.kida.render;

import dev.kida.error.UndefinedException;
import dev.kida.value.Undefined;
import dev.kida.value.Values;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a run of a unit sees: captured variables, open scopes, the context. Called by generated code. */
abstract class RunNames {

    final Context context;

    // What only some kinds of runs have is set where these are made. A constructor that assigned all of it would be too
    // much for the JIT to put where a run is started, and every reference that is stored elsewhere costs a write
    // barrier.

    @Nullable
    Object @Nullable [] locals;

    @Nullable
    Scope scope;

    /** Where a component looks for scopes of the place that defined it; null elsewhere. */
    @Nullable
    Activation outer;

    RunNames(Context context) {
        this.context = context;
    }

    /** {@code def} or {@code region} when the template declares a component of that name at top level. */
    abstract @Nullable String componentKind(String name);

    /** A name of the context. */
    public @Nullable Object name(String name) {
        Object value = context.get(name);
        if (value == Context.MISSING) {
            throw undefined(name);
        }
        return Values.unwrap(value);
    }

    /** A name of the context, or the undefined value. */
    public @Nullable Object nameOrUndefined(String name) {
        Object value = context.get(name);
        if (value == Context.MISSING) {
            return Undefined.INSTANCE;
        }
        return Values.unwrap(value);
    }

    /** A name of the scopes, else of the context. */
    public @Nullable Object scoped(String name) {
        Object value = inScopes(name);
        return value == Context.MISSING ? name(name) : value;
    }

    /** A name of the scopes, else of the context, else the undefined value. */
    public @Nullable Object scopedOrUndefined(String name) {
        Object value = inScopes(name);
        return value == Context.MISSING ? nameOrUndefined(name) : value;
    }

    private @Nullable Object inScopes(String name) {
        for (RunNames at = this; at != null; at = at.outer) {
            for (Scope s = at.scope; s != null; s = s.parent) {
                Object value = s.get(name);
                if (value != Context.MISSING) {
                    return value;
                }
            }
        }
        return Context.MISSING;
    }

    /** {@code set}: writes the innermost scope, or the context where none is open. */
    public void set(String name, @Nullable Object value) {
        if (scope == null) {
            context.put(name, value);
        } else {
            scope.set(name, value);
        }
    }

    /** {@code let}, {@code export} and every statement that binds a name for the rest of the template. */
    public void let(String name, @Nullable Object value) {
        context.put(name, value);
    }

    public void pushScope() {
        scope = new Scope(scope);
    }

    public @Nullable Scope scope() {
        return scope;
    }

    public void restoreScope(@Nullable Scope to) {
        scope = to;
    }

    /** A value captured from the place where this unit was written, or an argument. */
    public @Nullable Object local(int index) {
        return Objects.requireNonNull(locals)[index];
    }

    private UndefinedException undefined(String name) {
        UndefinedException problem = UndefinedException.variable(name, this::visibleNames, context::globalNames);
        String kind = componentKind(name);
        if (kind != null) {
            problem.declaredAs(kind);
        }
        return problem;
    }

    private Set<String> visibleNames() {
        Set<String> names = new LinkedHashSet<>(context.names());
        for (RunNames at = this; at != null; at = at.outer) {
            for (Scope s = at.scope; s != null; s = s.parent) {
                names.addAll(s.values().keySet());
            }
        }
        return names;
    }
}
