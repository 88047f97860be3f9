package dev.kida.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Measures expressions without recursion, so that nobody after the parser meets a tree too high to walk. */
final class ExprHeight {

    static final int LIMIT = 600;

    private ExprHeight() {}

    private record Level(Expr expression, int height) {}

    /** A part that lies deeper than the limit, or null. */
    static @Nullable Expr exceeding(Expr root) {
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(root, 1));
        while (!open.isEmpty()) {
            Level level = open.pop();
            if (level.height > LIMIT) {
                return level.expression;
            }
            for (Expr child : ExprChildren.of(level.expression)) {
                open.push(new Level(child, level.height + 1));
            }
        }
        return null;
    }
}
