package dev.kida;

import dev.kida.render.Limits;
import dev.kida.value.SandboxPolicy;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What bounds the renders of an engine. What was not set depends on whether templates are trusted. */
final class RenderBounds {

    private static final int CALL_DEPTH = 200;
    private static final int SANDBOX_CALL_DEPTH = 100;

    private @Nullable SandboxPolicy sandbox;
    private @Nullable Limits limits;
    private @Nullable UnaryOperator<Limits> adjustments;
    private int callDepth;

    void sandbox(@Nullable SandboxPolicy policy) {
        sandbox = policy;
    }

    @Nullable
    SandboxPolicy sandbox() {
        return sandbox;
    }

    void limits(Limits value) {
        limits = value;
        adjustments = null;
    }

    void adjust(UnaryOperator<Limits> adjustment) {
        Objects.requireNonNull(adjustment.apply(Limits.NONE)); // refuses a wrong number at once
        UnaryOperator<Limits> before = adjustments;
        adjustments = before == null ? adjustment : bounds -> adjustment.apply(before.apply(bounds));
    }

    Limits limits() {
        Limits set = limits;
        Limits start = set != null ? set : sandbox == null ? Limits.NONE : Limits.UNTRUSTED;
        UnaryOperator<Limits> adjusting = adjustments;
        return adjusting == null ? start : adjusting.apply(start);
    }

    void callDepth(int depth) {
        if (depth <= 0) {
            throw new IllegalArgumentException("maxCallDepth must be positive: " + depth);
        }
        callDepth = depth;
    }

    int callDepth() {
        return callDepth > 0 ? callDepth : sandbox == null ? CALL_DEPTH : SANDBOX_CALL_DEPTH;
    }
}
