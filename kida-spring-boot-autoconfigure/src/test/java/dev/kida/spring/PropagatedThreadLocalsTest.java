package dev.kida.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.render.RenderOptions;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.context.Context;
import reactor.util.context.ReactorContextAccessor;

class PropagatedThreadLocalsTest {

    private static final ThreadLocal<String> USER = new ThreadLocal<>();

    private final ContextRegistry registry = new ContextRegistry()
            .registerContextAccessor(new ReactorContextAccessor())
            .registerThreadLocalAccessor("user", USER);
    private final PropagatedThreadLocals threadLocals = new PropagatedThreadLocals(
            ContextSnapshotFactory.builder().contextRegistry(registry).build());
    private final KidaEngine engine =
            KidaEngine.builder().stepScope(threadLocals).build();

    @AfterEach
    void forget() {
        USER.remove();
    }

    @Test
    void whatTheThreadOfTheRequestHadIsThereOnOthers() {
        USER.set("ada");
        RenderOptions options = threadLocals.capture(RenderOptions.defaults());
        USER.remove();

        seesTheUserOnBothThreads(options);
    }

    @Test
    void whatTheReactorContextHasIsThere() {
        seesTheUserOnBothThreads(
                RenderOptions.defaults().withAttribute(ReactiveTypesAdapter.CONTEXT, Context.of("user", "ada")));
    }

    private void seesTheUserOnBothThreads(RenderOptions options) {
        Sinks.One<String> elsewhere = Sinks.one();
        Map<String, ?> model = Map.of("user", (Supplier<Object>) USER::get, "v", elsewhere.asMono());

        StepVerifier.create(Flux.from(engine.fromString("{{ user() }}{{ await v }}{{ user() }}")
                        .renderStreamAsync(model, options)))
                .expectNext("ada")
                .then(() -> Schedulers.parallel().schedule(() -> elsewhere.tryEmitValue("|")))
                .expectNext("|ada")
                .verifyComplete();

        assertThat(USER.get()).isNull();
    }
}
