package dev.kida.render;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells listeners of one compilation and how long it took; without listeners it does nothing. */
public record CompileTimer(
        List<RenderListener> listeners, @Nullable String template) {

    /** Runs the compilation. */
    public <T> T time(Supplier<T> compilation) {
        if (listeners.isEmpty()) {
            return compilation.get();
        }
        long start = System.nanoTime();
        Throwable failure = null;
        try {
            return compilation.get();
        } catch (RuntimeException | Error problem) {
            failure = problem;
            throw problem;
        } finally {
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            Watching.compiled(listeners, new Compilation(template, time, failure));
        }
    }
}
