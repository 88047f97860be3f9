package dev.kida.spring;

import dev.kida.render.AsyncAdapter;
import dev.kida.render.RenderState;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ReactiveAdapter;
import org.springframework.util.ClassUtils;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Lets templates await what Spring has an adapter for: Reactor, RxJava, Mutiny and Kotlin types, stages and flows. When
 * Reactor is there, each source sees the Reactor context of the request.
 */
public final class ReactiveTypesAdapter implements AsyncAdapter {

    /** The render attribute that carries the Reactor context of the request. */
    public static final Object CONTEXT = ContextKey.REACTOR;

    private static final boolean REACTOR =
            ClassUtils.isPresent("reactor.core.publisher.Flux", ReactiveTypesAdapter.class.getClassLoader());

    private final ReactiveTypes types;

    /** Supports the values that {@code types} has an adapter for. */
    public ReactiveTypesAdapter(ReactiveTypes types) {
        this.types = types;
    }

    @Override
    public boolean supports(Object value) {
        return types.adapter(value) != null;
    }

    @Override
    public boolean isMulti(Object value) {
        return adapter(value).isMultiValue();
    }

    @Override
    public Publisher<?> toPublisher(Object value, RenderState state) {
        Publisher<?> publisher = adapter(value).toPublisher(value);
        return REACTOR ? InContext.of(publisher, state.attribute(CONTEXT)) : publisher;
    }

    private ReactiveAdapter adapter(Object value) {
        ReactiveAdapter adapter = types.adapter(value);
        if (adapter == null) {
            throw new IllegalArgumentException(
                    "Not a reactive type: " + value.getClass().getName());
        }
        return adapter;
    }

    private enum ContextKey {
        REACTOR
    }

    /** Apart, so that the classes of Reactor are asked for only when they are there. */
    private static final class InContext {

        static Publisher<?> of(Publisher<?> publisher, @Nullable Object context) {
            if (context instanceof ContextView view) {
                // The request's is the ground; what a listener of the render has put there stays.
                return Flux.from(publisher).contextWrite(own -> Context.of(view).putAll(own.readOnly()));
            }
            // On a servlet thread the context is what Micrometer finds in thread locals; without Micrometer, nothing.
            return Flux.from(publisher).contextCapture();
        }
    }
}
