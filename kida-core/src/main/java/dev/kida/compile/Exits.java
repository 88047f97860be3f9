package dev.kida.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;

/** What has to be done when {@code break} or {@code continue} leaves constructs early, innermost first. */
final class Exits {

    /** A construct that is open: an action that ends it, or a loop that catches the jump. */
    private record Open(
            @Nullable Runnable action,
            @Nullable Label breakTo,
            @Nullable Label continueTo) {}

    private final Deque<Open> open = new ArrayDeque<>();

    void enter(Runnable action) {
        open.push(new Open(action, null, null));
    }

    void enterLoop(Label breakTo, Label continueTo) {
        open.push(new Open(null, breakTo, continueTo));
    }

    void leave() {
        open.pop();
    }

    /** Emits the end of everything inside the innermost loop; returns where to jump. */
    Label unwind(boolean isBreak) {
        for (Open construct : open) {
            Runnable action = construct.action();
            if (action != null) {
                action.run();
                continue;
            }
            Label target = isBreak ? construct.breakTo() : construct.continueTo();
            return java.util.Objects.requireNonNull(target);
        }
        throw new IllegalStateException("no loop to leave");
    }
}
