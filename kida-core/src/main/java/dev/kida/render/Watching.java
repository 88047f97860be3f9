package dev.kida.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** All that watch one render, as one; none of them can do it any harm. */
final class Watching {

    private final List<RenderWatch> watches;
    private boolean ended;

    private Watching(List<RenderWatch> watches) {
        this.watches = watches;
    }

    /** Tells listeners of a render; null when none of them wants to know more. */
    static @Nullable Watching start(List<RenderListener> listeners, RenderRequest request) {
        if (listeners.isEmpty()) {
            return null;
        }
        RenderStart start = new RenderStart(request.template().name(), request.blocks(), request.options());
        List<RenderWatch> watches = new ArrayList<>(listeners.size());
        safely(listeners, listener -> {
            RenderWatch watch = listener.onStart(start);
            if (watch != null) {
                watches.add(watch);
            }
        });
        return watches.isEmpty() ? null : new Watching(watches);
    }

    /** Tells listeners of a template that was compiled. */
    static void compiled(List<RenderListener> listeners, Compilation compilation) {
        safely(listeners, listener -> listener.onCompile(compilation));
    }

    void output(long size, boolean flush) {
        safely(watches, watch -> watch.onOutput(size, flush));
    }

    /** Something is started that the render may have to wait for. */
    @Nullable
    AwaitWatch await(Awaited awaited) {
        List<AwaitWatch> parts = new ArrayList<>(watches.size());
        safely(watches, watch -> {
            AwaitWatch part = watch.onAwait(awaited);
            if (part != null) {
                parts.add(part);
            }
        });
        return parts.isEmpty() ? null : new Parts(parts);
    }

    /** The render is over; only the first call counts. */
    void end(RenderOutcome outcome, @Nullable Throwable failure) {
        if (!ended) {
            ended = true;
            safely(watches, watch -> watch.onEnd(outcome, failure));
        }
    }

    private static <T> void safely(List<T> all, Consumer<T> call) {
        for (T one : all) {
            try {
                call.accept(one);
            } catch (Throwable broken) { // an Error of theirs must not stop anybody's page either
                warn(broken);
            }
        }
    }

    private static void warn(Throwable broken) {
        Safely.log(Safely.LISTENERS, System.Logger.Level.WARNING, "A render listener", broken);
    }

    private record Parts(List<AwaitWatch> parts) implements AwaitWatch {

        @Override
        public Publisher<?> decorate(Publisher<?> source) {
            Publisher<?> decorated = source;
            for (AwaitWatch part : parts) {
                decorated = decorated(part, decorated);
            }
            return decorated;
        }

        private static Publisher<?> decorated(AwaitWatch part, Publisher<?> source) {
            try {
                return java.util.Objects.requireNonNull(part.decorate(source), "decorated source");
            } catch (Throwable broken) {
                warn(broken);
                return source;
            }
        }

        @Override
        public void onEnd(RenderOutcome outcome, @Nullable Throwable failure) {
            safely(parts, part -> part.onEnd(outcome, failure));
        }
    }
}
