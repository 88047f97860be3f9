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
    private final Budget budget;
    // Not an argument of the constructor: HotSpot does not inline a method in whose signature is a class that has not
    // been
    // loaded, and where all loops are over lists, that of this field never is.
    private @Nullable LoopState other;
    private @Nullable Object current;
    private int index;

    private PlainLoop(@Nullable List<?> list, Budget budget) {
        this.list = list;
        this.budget = budget;
    }

    /** A loop over a value that is there. */
    public static PlainLoop of(@Nullable Object value, Activation activation) {
        if (value instanceof List<?> list && value instanceof RandomAccess) {
            return new PlainLoop(list, activation.render.budget());
        }
        PlainLoop loop = new PlainLoop(null, activation.render.budget());
        loop.other = LoopState.of(value, activation);
        return loop;
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
