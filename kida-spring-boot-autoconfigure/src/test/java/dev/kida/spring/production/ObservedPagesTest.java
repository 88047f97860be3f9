package dev.kida.spring.production;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kida.spring.observation.MeteringRenderListener;
import dev.kida.spring.observation.RenderObservationContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is seen of pages that are served over HTTP. */
@Timeout(120)
class ObservedPagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private OpsApplication.Running application;

    private OpsApplication.Running start(String setting) {
        WebApplicationType type = setting.equals("webflux") ? WebApplicationType.REACTIVE : WebApplicationType.SERVLET;
        application = OpsApplication.start(
                type, List.of(Observing.class), "spring.threads.virtual.enabled=" + setting.equals("webmvc-virtual"));
        return application;
    }

    @AfterEach
    void stop() {
        application.close();
    }

    private TestObservationRegistry observations() {
        return application.bean(TestObservationRegistry.class);
    }

    private MeterRegistry meters() {
        return application.bean(MeterRegistry.class);
    }

    private static String stack(String setting) {
        return setting.startsWith("webmvc") ? "webmvc" : "webflux";
    }

    @ParameterizedTest
    @CsvSource({"webmvc", "webmvc-virtual", "webflux"})
    void aPageIsAChildOfItsRequestAndHasAChildForEachSource(String setting) {
        assertThat(start(setting).get("/page").body()).isEqualTo("<h1>Orders</h1><p>now</p>");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(observations())
                .hasObservationWithNameEqualTo("kida.render")
                .that()
                .hasBeenStopped()
                .doesNotHaveError()
                .hasContextualNameEqualTo("render page.html")
                .hasParentObservationContextMatching(parent -> "http.server.requests".equals(parent.getName()))
                .hasLowCardinalityKeyValue("view", "page.html")
                .hasLowCardinalityKeyValue("fragment", "none")
                .hasLowCardinalityKeyValue("stack", stack(setting))
                .hasLowCardinalityKeyValue("outcome", "success"));
        assertThat(observations())
                .hasObservationWithNameEqualTo("kida.await")
                .that()
                .hasBeenStopped()
                .hasParentObservationContextMatching(RenderObservationContext.class::isInstance)
                .hasLowCardinalityKeyValue("source", "slow")
                .hasLowCardinalityKeyValue("kind", "value")
                .hasLowCardinalityKeyValue("outcome", "success");
    }

    @ParameterizedTest
    @CsvSource({"webmvc", "webflux"})
    void aFailureAfterTheFirstPartIsAnErrorOfTheRenderAndTheSource(String setting) {
        start(setting).getBroken("/late/late");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(observations())
                .hasObservationWithNameEqualTo("kida.render")
                .that()
                .hasBeenStopped()
                .hasError()
                .hasLowCardinalityKeyValue("outcome", "error"));
        assertThat(observations())
                .hasObservationWithNameEqualTo("kida.await")
                .that()
                .hasError()
                .hasLowCardinalityKeyValue("outcome", "error");
    }

    @ParameterizedTest
    @CsvSource("webflux") // a servlet container notices only when it is written to
    void aReaderWhoLeavesCancelsAndIsNoError(String setting) {
        start(setting).leave("/never", 5);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(observations())
                .hasObservationWithNameEqualTo("kida.render")
                .that()
                .hasBeenStopped()
                .doesNotHaveError()
                .hasLowCardinalityKeyValue("outcome", "cancelled"));
    }

    @ParameterizedTest
    @CsvSource({"webmvc", "webflux"})
    void metersTellTheRest(String setting) {
        start(setting).get("/page");
        application.get("/page");
        application.get("/show/broken");

        Map<String, String> tags = Map.of("view", "page.html", "stack", stack(setting));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(meters().get("kida.render.size")
                            .tag("view", "page.html")
                            .tag("stack", tags.get("stack"))
                            .summary()
                            .totalAmount())
                    .isEqualTo(50);
            assertThat(meters().get("kida.render.first.flush")
                            .tag("view", "page.html")
                            .timer()
                            .count())
                    .isEqualTo(2);
        });
        assertThat(meters().get("kida.compile")
                        .tag("outcome", "success")
                        .timer()
                        .count())
                .isPositive();
        assertThat(meters().get("kida.compile").tag("outcome", "error").timer().count())
                .isPositive();
        assertThat(meters().get("kida.templates.gets")
                        .tag("result", "hit")
                        .functionCounter()
                        .count())
                .isPositive();
        assertThat(meters().get("kida.templates.size").gauge().value()).isPositive();
        assertThat(application.bean(MeteringRenderListener.class)).isNotNull();
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
    }
}
