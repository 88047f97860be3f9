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
        } catch (RuntimeException | Error problem) {
            opened.forEach(StepScope.Open::close);
            throw problem;
        }
        return () -> opened.forEach(StepScope.Open::close);
    }
}
