package dev.kida.render;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The runs around a deferred section, with their names as they are now: what the page assigns, binds or leaves afterwards
 * does not reach the section, and the other way round.
 */
final class Snapshot {

    private final RenderContext render;
    private final @Nullable Snapshot around;
    private final Map<Object, Object> known = new IdentityHashMap<>();

    /**
     * @param render what is to be shared by the copies; it learns which run has which copy
     */
    Snapshot(RenderContext render) {
        this.render = render;
        this.around = render.snapshot();
        render.snapshot(this);
    }

    RenderContext render() {
        return render;
    }

    /** The copy of a run that is around the section, or the run itself. */
    Activation known(Activation run) {
        Activation start = around == null ? run : around.known(run);
        return known.get(start) instanceof Activation copy ? copy : start;
    }

    Activation of(Activation run) {
        Activation copy = (Activation) known.get(run);
        if (copy == null) {
            copy = run.copy(this);
            known.put(run, copy);
        }
        return copy;
    }

    @Nullable
    Activation ofNullable(@Nullable Activation run) {
        return run == null ? null : of(run);
    }

    Context of(Context context) {
        Context copy = (Context) known.get(context);
        if (copy == null) {
            copy = context.copy();
            known.put(context, copy);
            if (copy.ownValue("caller") instanceof Caller caller) {
                copy.put("caller", caller.copy(this));
            }
        }
        return copy;
    }

    @Nullable
    Scope of(@Nullable Scope scope) {
        if (scope == null) {
            return null;
        }
        Scope copy = (Scope) known.get(scope);
        if (copy == null) {
            copy = scope.copy(of(scope.parent));
            known.put(scope, copy);
        }
        return copy;
    }

    /** Values of variables; a loop stays at the item it is at. */
    static @Nullable Object[] values(@Nullable Object[] variables) {
        @Nullable Object[] copy = variables.clone();
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] instanceof LoopState loop) {
                copy[i] = loop.here();
            }
        }
        return copy;
    }
}
