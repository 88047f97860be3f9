package dev.kida.render;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the result of a future. A future keeps its listeners for as long as it has no result, whoever still wants it; so
 * this one lets go of a render that is over.
 */
final class FutureResult implements BiConsumer<@Nullable Object, @Nullable Throwable> {

    private volatile @Nullable SourceSignals source;
    private volatile @Nullable Object value;

    FutureResult(SourceSignals source) {
        this.source = source;
    }

    @Override
    public void accept(@Nullable Object result, @Nullable Throwable problem) {
        SourceSignals waiting = source;
        if (waiting != null) {
            source = null;
            value = problem == null ? result : null;
            waiting.finish(problem);
        }
    }

    /** What the future gave; null before. */
    @Nullable
    Object value() {
        return value;
    }

    void forget() {
        source = null;
    }
}
