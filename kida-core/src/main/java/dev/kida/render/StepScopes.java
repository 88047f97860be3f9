package dev.kida.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All scopes of an engine around the steps of one render. */
record StepScopes(List<StepScope> scopes, RenderOptions options) {

    /** Opens them in order; closing closes them in the opposite order. */
    StepScope.@Nullable Open open() {
        if (scopes.isEmpty()) {
            return null;
        }
        Deque<StepScope.Open> opened = new ArrayDeque<>();
        try {
            for (StepScope scope : scopes) {
                StepScope.Open open = scope.open(options);
                if (open != null) {
                    opened.push(open);
                }
            }
        } catch (Throwable problem) {
            close(opened, problem);
            throw problem;
        }
        return () -> {
            Throwable problem = close(opened, null);
            if (problem != null) {
                throw Failures.sneaky(problem);
            }
        };
    }

    /** Closes all, also when one of them fails: the thread belongs to others next. */
    private static @Nullable Throwable close(Deque<StepScope.Open> opened, @Nullable Throwable before) {
        Throwable first = before;
        for (StepScope.Open open : opened) {
            try {
                open.close();
            } catch (Throwable problem) {
                if (first == null) {
                    first = problem;
                } else if (first != problem) {
                    first.addSuppressed(problem);
                }
            }
        }
        return first;
    }
}
