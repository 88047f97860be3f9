package dev.kida.spring.production;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kida.load.MapLoader;
import dev.kida.load.TemplateLoader;
import dev.kida.spring.observation.RenderObservationContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** Deferred sections of pages that are served over HTTP, as traces and meters see them. */
@Timeout(120)
class ObservedSectionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource({"SERVLET", "REACTIVE"})
    void aSectionIsAChildOfItsPageAndIsCounted(WebApplicationType type) {
        try (OpsApplication.Running application = start(type)) {
            assertThat(application.get("/sections").body()).contains("<p>news</p>", "<p>none</p>");

            TestObservationRegistry observations = application.bean(TestObservationRegistry.class);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(observations)
                    .hasObservationWithNameEqualTo("kida.render")
                    .that()
                    .hasBeenStopped()
                    .doesNotHaveError());
            assertThat(observations).hasAnObservation(section -> section.hasNameEqualTo("kida.await")
                    .hasLowCardinalityKeyValue("kind", "section")
                    .hasLowCardinalityKeyValue("outcome", "success")
                    .hasParentObservationContextMatching(RenderObservationContext.class::isInstance));
            assertThat(sections(application, "success")).isEqualTo(1);
            assertThat(sections(application, "error"))
                    .as("its fallback is shown")
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"SERVLET", "REACTIVE"})
    void aSourceThatTakesTooLongIsATimeout(WebApplicationType type) {
        try (OpsApplication.Running application = start(type, "kida.async-timeout=20ms")) {
            application.getBroken("/endless");

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(application
                            .bean(MeterRegistry.class)
                            .get("kida.timeouts")
                            .tags("view", "endless.html", "kind", "value")
                            .counter()
                            .count())
                    .isEqualTo(1));
            assertThat(application.bean(TestObservationRegistry.class))
                    .hasObservationWithNameEqualTo("kida.await")
                    .that()
                    .hasLowCardinalityKeyValue("outcome", "timeout");
        }
    }

    @ParameterizedTest
    @CsvSource({"SERVLET", "REACTIVE"})
    void bootSwitchesObservationsOffByTheirName(WebApplicationType type) {
        try (OpsApplication.Running application = start(type, "management.observations.enable.kida=false")) {
            application.get("/sections");

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(sections(application, "success"))
                    .isEqualTo(1));
            assertThat(application.bean(TestObservationRegistry.class))
                    .doesNotHaveAnyRemainingCurrentObservation()
                    .hasNumberOfObservationsWithNameEqualTo("kida.render", 0)
                    .hasNumberOfObservationsWithNameEqualTo("kida.await", 0);
        }
    }

    private static OpsApplication.Running start(WebApplicationType type, String... properties) {
        return OpsApplication.start(type, List.of(Observing.class, SectionController.class), properties);
    }

    private static double sections(OpsApplication.Running application, String outcome) {
        return application
                .bean(MeterRegistry.class)
                .get("kida.sections")
                .tags("view", "sections.html", "outcome", outcome)
                .counter()
                .count();
    }

    @Controller
    static class SectionController {

        @GetMapping("/sections")
        String sections(Model model) {
            model.addAttribute("news", late(Mono.just("news")));
            model.addAttribute("weather", late(Mono.error(new IllegalStateException("rain"))));
            return "sections";
        }

        @GetMapping("/endless")
        String endless(Model model) {
            model.addAttribute("never", Mono.never());
            return "endless";
        }

        private static Mono<Object> late(Mono<Object> source) {
            return Mono.delay(Duration.ofMillis(1)).then(source);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Observing {

        @Bean
        TestObservationRegistry observationRegistry() {
            return TestObservationRegistry.create();
        }

        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        @Primary
        TemplateLoader sectionTemplates() {
            return new MapLoader(
                    Map.of(
                            "error/5xx.html",
                            "<p>sorry</p>",
                            "endless.html",
                            "<p>{{ never }}</p>",
                            "sections.html",
                            "<body>{% defer %}<p>{{ news }}</p>{% loading %}…{% end %}"
                                    + "{% defer %}<p>{{ weather }}</p>{% loading %}…{% fallback %}<p>none</p>{% end %}</body>"));
        }
    }
}
