package dev.kida.spring;

import dev.kida.render.RenderOptions;
import dev.kida.render.StepScope;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import reactor.util.context.ContextView;

/**
 * Restores thread locals around the steps of a streamed page, with Micrometer's context propagation: from the Reactor context
 * of the request, or from what was captured on its thread.
 */
public final class PropagatedThreadLocals implements StepScope {

    private static final boolean REACTOR =
            ClassUtils.isPresent("reactor.util.context.ContextView", PropagatedThreadLocals.class.getClassLoader());

    private final ContextSnapshotFactory snapshots;

    /** Propagates what the registry behind {@code snapshots} has accessors for. */
    public PropagatedThreadLocals(ContextSnapshotFactory snapshots) {
        this.snapshots = snapshots;
    }

    /** Adds the thread locals of this thread to the options of a render that will go on elsewhere. */
    public RenderOptions capture(RenderOptions options) {
        return options.withAttribute(Key.SNAPSHOT, snapshots.captureAll());
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the render closes it after its step
    public @Nullable Open open(RenderOptions options) {
        if (options.attributes().get(Key.SNAPSHOT) instanceof ContextSnapshot captured) {
            ContextSnapshot.Scope scope = captured.setThreadLocals();
            return scope::close;
        }
        Object context = options.attributes().get(ReactiveTypesAdapter.CONTEXT);
        return REACTOR && context != null ? FromReactor.open(snapshots, context) : null;
    }

    private enum Key {
        SNAPSHOT
    }

    /** Apart, so that the classes of Reactor are asked for only when they are there. */
    private static final class FromReactor {

        static @Nullable Open open(ContextSnapshotFactory snapshots, Object context) {
            if (!(context instanceof ContextView view)) {
                return null;
            }
            ContextSnapshot.Scope scope = snapshots.setThreadLocalsFrom(view);
            return scope::close;
        }
    }
}
