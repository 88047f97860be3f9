package dev.kida.spring.observation;

import dev.kida.render.AwaitWatch;
import dev.kida.render.Awaited;
import dev.kida.render.RenderListener;
import dev.kida.render.RenderOutcome;
import dev.kida.render.RenderStart;
import dev.kida.render.RenderWatch;
import dev.kida.spring.ReactiveTypesAdapter;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.util.ClassUtils;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;

/**
 * Observes every render and everything it waits for. The parent is the observation of the request: from the Reactor context
 * of the render if it has one, else from the thread it begins on. Sources see the observation of their own wait.
 */
public final class ObservingRenderListener implements RenderListener {

    /** Where Micrometer keeps the observation in a Reactor context. */
    private static final String KEY = "micrometer.observation";

    private static final boolean REACTOR =
            ClassUtils.isPresent("reactor.core.publisher.Flux", ObservingRenderListener.class.getClassLoader());

    private static final RenderObservationConvention RENDER = new DefaultRenderObservationConvention();
    private static final AwaitObservationConvention AWAIT = new DefaultAwaitObservationConvention();

    /** A page that awaits something in each of its rows would make a trace that nobody can read. */
    private static final int MOST_CHILDREN = 100;

    private final ObservationRegistry registry;
    private final @Nullable RenderObservationConvention renderConvention;
    private final @Nullable AwaitObservationConvention awaitConvention;

    /**
     * @param registry where observations go
     * @param renderConvention replaces the default names and keys of renders, or null
     * @param awaitConvention replaces the default names and keys of waits, or null
     */
    public ObservingRenderListener(
            ObservationRegistry registry,
            @Nullable RenderObservationConvention renderConvention,
            @Nullable AwaitObservationConvention awaitConvention) {
        this.registry = registry;
        this.renderConvention = renderConvention;
        this.awaitConvention = awaitConvention;
    }

    @Override
    public @Nullable RenderWatch onStart(RenderStart start) {
        if (registry.isNoop()) {
            return null;
        }
        RenderObservationContext context = new RenderObservationContext(start);
        Observation observation = KidaObservation.RENDER.observation(renderConvention, RENDER, () -> context, registry);
        Object reactor = start.options().attributes().get(ReactiveTypesAdapter.CONTEXT);
        Observation parent = REACTOR && reactor != null ? InReactor.parent(reactor) : null;
        if (parent != null) {
            observation.parentObservation(parent);
        }
        return new Render(context, observation.start());
    }

    private final class Render implements RenderWatch {

        private final RenderObservationContext context;
        private final Observation observation;
        private int children;

        Render(RenderObservationContext context, Observation observation) {
            this.context = context;
            this.observation = observation;
        }

        @Override
        public @Nullable AwaitWatch onAwait(Awaited awaited) {
            if (children == MOST_CHILDREN) {
                return null;
            }
            children++;
            AwaitObservationContext wait = new AwaitObservationContext(context.start(), awaited);
            Observation child = KidaObservation.AWAIT
                    .observation(awaitConvention, AWAIT, () -> wait, registry)
                    .parentObservation(observation)
                    .start();
            return new Await(wait, child);
        }

        @Override
        public void onEnd(RenderOutcome outcome, @Nullable Throwable failure) {
            context.ended(outcome);
            stop(observation, outcome, failure);
        }
    }

    private record Await(AwaitObservationContext context, Observation observation) implements AwaitWatch {

        @Override
        public Publisher<?> decorate(Publisher<?> source) {
            Publisher<?> knowing = REACTOR ? InReactor.with(observation, source) : source;
            return subscriber -> {
                // Sources that look at thread locals find it there: on a servlet thread they capture them.
                try (Observation.Scope scope = observation.openScope()) {
                    knowing.subscribe(subscriber);
                }
            };
        }

        @Override
        public void onEnd(RenderOutcome outcome, @Nullable Throwable failure) {
            context.ended(outcome);
            stop(observation, outcome, failure);
        }
    }

    /** A reader who leaves is no error of anybody. */
    private static void stop(Observation observation, RenderOutcome outcome, @Nullable Throwable failure) {
        if (failure != null && outcome != RenderOutcome.CANCELLED) {
            observation.error(failure);
        }
        observation.stop();
    }

    /** Apart, so that the classes of Reactor are asked for only when they are there. */
    private static final class InReactor {

        static @Nullable Observation parent(Object context) {
            return context instanceof ContextView view && view.getOrDefault(KEY, null) instanceof Observation parent
                    ? parent
                    : null;
        }

        static Publisher<?> with(Observation observation, Publisher<?> source) {
            return Flux.from(source).contextWrite(context -> context.put(KEY, observation));
        }
    }
}
