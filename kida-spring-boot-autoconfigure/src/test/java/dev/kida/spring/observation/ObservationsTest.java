package dev.kida.spring.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.load.MapLoader;
import dev.kida.render.RenderOptions;
import dev.kida.spring.ReactiveTypes;
import dev.kida.spring.ReactiveTypesAdapter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.core.ReactiveAdapterRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

class ObservationsTest {

    private final TestObservationRegistry observations = TestObservationRegistry.create();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final KidaEngine engine = KidaEngine.builder()
            .loader(new MapLoader(Map.of(
                    "page.html", "<h1>{{ await name }}</h1>{% block main %}{{ 1 }}{% end %}",
                    "plain.html", "-{% block main %}{{ 1 }}{% end %}",
                    "wrong.html", "{% if %}")))
            .asyncAdapter(new ReactiveTypesAdapter(new ReactiveTypes(ReactiveAdapterRegistry.getSharedInstance())))
            .renderListener(new ObservingRenderListener(observations, null, null))
            .renderListener(new MeteringRenderListener(meters))
            .build();

    /** A field, since registries hold what they ask only weakly. */
    private final TemplateCacheMeters cacheMeters = new TemplateCacheMeters(() -> engine);

    @Test
    void aRenderIsObservedWithWhatItWaitsFor() {
        Observation request = Observation.start("request", observations);
        AtomicReference<Object> seen = new AtomicReference<>();
        Mono<String> name = Mono.deferContextual(context -> {
            seen.set(context.get("micrometer.observation"));
            return Mono.just("Ada");
        });

        StepVerifier.create(Flux.from(engine.getTemplate("page.html")
                                .renderStreamAsync(
                                        Map.of("name", name),
                                        RenderOptions.defaults()
                                                .withAttribute(
                                                        ReactiveTypesAdapter.CONTEXT,
                                                        Context.of("micrometer.observation", request))))
                        .reduce(String::concat))
                .expectNext("<h1>Ada</h1>1")
                .verifyComplete();

        TestObservationRegistryAssert.assertThat(observations)
                .hasObservationWithNameEqualTo("kida.render")
                .that()
                .hasBeenStopped()
                .hasParentObservationEqualTo(request)
                .hasContextualNameEqualTo("render page.html")
                .hasLowCardinalityKeyValue("outcome", "success")
                .hasLowCardinalityKeyValue("fragment", "none");
        TestObservationRegistryAssert.assertThat(observations)
                .hasObservationWithNameEqualTo("kida.await")
                .that()
                .hasBeenStopped()
                .hasLowCardinalityKeyValue("source", "name")
                .hasLowCardinalityKeyValue("kind", "value");
        assertThat(((Observation) seen.get()).getContext().getName()).isEqualTo("kida.await");
    }

    @Test
    void failuresAndTimeoutsAreOutcomes() {
        StepVerifier.withVirtualTime(() -> engine.getTemplate("page.html")
                        .renderStreamAsync(
                                Map.of("name", Mono.error(new IllegalStateException("no"))), RenderOptions.defaults()))
                .thenConsumeWhile(chunk -> true)
                .verifyError();

        TestObservationRegistryAssert.assertThat(observations)
                .hasObservationWithNameEqualTo("kida.render")
                .that()
                .hasBeenStopped()
                .hasError()
                .hasLowCardinalityKeyValue("outcome", "error");
    }

    @Test
    void metersCountWhatLeaves() {
        engine.getTemplate("plain.html").renderBlock("main", Map.of());
        engine.getTemplate("page.html")
                .render(
                        Map.of("name", Mono.just("x")),
                        RenderOptions.defaults().withBlockOnAsync(Duration.ofSeconds(10)));
        assertThat(engine.validateBlockExists("wrong.html", "x")).isFalse();
        cacheMeters.bindTo(meters);

        assertThat(meters.get("kida.render.size")
                        .tag("view", "page.html")
                        .summary()
                        .totalAmount())
                .isEqualTo("<h1>x</h1>1".length());
        assertThat(meters.get("kida.render.size")
                        .tag("view", "plain.html")
                        .summary()
                        .totalAmount())
                .isEqualTo(1);
        assertThat(meters.get("kida.render.first.flush")
                        .tag("view", "plain.html")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("kida.compile").tag("outcome", "success").timer().count())
                .isEqualTo(2);
        assertThat(meters.get("kida.compile").tag("outcome", "error").timer().count())
                .isEqualTo(1);
        assertThat(meters.get("kida.templates.gets")
                        .tag("result", "hit")
                        .functionCounter()
                        .count())
                .isEqualTo(engine.cacheInfo().hits());
        assertThat(meters.get("kida.templates.size").gauge().value()).isEqualTo(2);
    }

    @Test
    void timeoutsAreCounted() {
        RenderOptions hasty = RenderOptions.defaults().withAsyncTimeout(Duration.ofMillis(1));

        StepVerifier.create(engine.getTemplate("page.html").renderStreamAsync(Map.of("name", Mono.never()), hasty))
                .thenConsumeWhile(chunk -> true)
                .verifyError();

        assertThat(meters.get("kida.timeouts").tag("kind", "value").counter().count())
                .isEqualTo(1);
    }
}
