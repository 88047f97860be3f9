package dev.kida.render;

import dev.kida.value.Values;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A running loop in the straight shape of which nothing is asked as {@code loop}. Over a list it never leaves the method
 * that runs it, so that the JIT keeps it in registers; over anything else it stands for a {@link LoopState}, which knows
 * what has to be closed. Called by generated code.
 */
public final class PlainLoop {

    private final @Nullable List<?> list;
    private final @Nullable LoopState other;
    private final Budget budget;
    private @Nullable Object current;
    private int index;

    private PlainLoop(@Nullable List<?> list, @Nullable LoopState other, Budget budget) {
        this.list = list;
        this.other = other;
        this.budget = budget;
    }

    /** A loop over a value that is there. */
    public static PlainLoop of(@Nullable Object value, Activation activation) {
        boolean indexed = value instanceof List && value instanceof RandomAccess;
        return new PlainLoop(
                indexed ? (List<?>) value : null,
                indexed ? null : LoopState.of(value, activation),
                activation.render.budget());
    }

    /** Moves to the next item. */
    public boolean next() {
        if (list == null) {
            return nextOther();
        }
        if (index >= list.size()) {
            return false;
        }
        budget.turn();
        current = Values.unwrap(list.get(index++));
        return true;
    }

    private boolean nextOther() {
        LoopState items = java.util.Objects.requireNonNull(other);
        boolean more = items.next();
        if (more) {
            current = items.current();
            index = 1;
        }
        return more;
    }

    public @Nullable Object current() {
        return current;
    }

    /** Whether there was no item at all. */
    public boolean wasEmpty() {
        return index == 0;
    }

    /** Ends the loop early. */
    public void close() {
        if (other != null) {
            other.close();
        }
    }
}
