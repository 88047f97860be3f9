package dev.kida.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.load.MapLoader;
import dev.kida.load.TemplateLoader;
import dev.kida.spring.actuate.KidaEndpoint;
import dev.kida.spring.observation.DefaultRenderObservationConvention;
import dev.kida.spring.observation.MeteringRenderListener;
import dev.kida.spring.observation.ObservingRenderListener;
import dev.kida.spring.observation.RenderObservationConvention;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KidaProductionAutoConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    KidaAutoConfiguration.class,
                    KidaObservationAutoConfiguration.class,
                    KidaMetricsAutoConfiguration.class,
                    KidaEndpointAutoConfiguration.class))
            .withBean(
                    TemplateLoader.class,
                    () -> new MapLoader(Map.of(
                            "layout.html", "{% block main %}{% end %}",
                            "page.html",
                                    "{% extends \"layout.html\" %}{% def row(item: str, n=1) %}{% slot head %}{% end %}"
                                            + "{% block main %}{{ user.name }}{% end %}",
                            "wrong.html", "top secret {% if %}")));

    @Test
    void nothingIsThereThatNobodyAskedFor() {
        runner.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(ObservingRenderListener.class)
                .doesNotHaveBean(MeteringRenderListener.class)
                .doesNotHaveBean(KidaEndpoint.class));
        runner.withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(KidaEngine.class));
    }

    @Test
    void rendersAreObservedByTheConventionOfTheApplication() {
        TestObservationRegistry observations = TestObservationRegistry.create();

        runner.withBean(ObservationRegistry.class, () -> observations)
                .withBean(RenderObservationConvention.class, () -> new DefaultRenderObservationConvention() {
                    @Override
                    public String getName() {
                        return "shop.page";
                    }
                })
                .run(context -> {
                    context.getBean(KidaEngine.class).fromString("x").render(Map.of());
                    TestObservationRegistryAssert.assertThat(observations)
                            .hasObservationWithNameEqualTo("shop.page")
                            .that()
                            .hasLowCardinalityKeyValue("view", "inline");
                });
    }

    @Test
    void metersAreFilled() {
        runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            context.getBean(KidaEngine.class).fromString("x").render(Map.of());
            assertThat(context.getBean(MeterRegistry.class)
                            .get("kida.render.size")
                            .summary()
                            .count())
                    .isEqualTo(1);
        });
    }

    /** Which stops an application that wants them all to be compiled before it starts. */
    @Test
    void theEndpointHasNoNamesWhereThereIsNoLocation() {
        ApplicationContextRunner nowhere = new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(KidaAutoConfiguration.class, KidaEndpointAutoConfiguration.class))
                .withPropertyValues(
                        "kida.prefix=classpath:/nowhere/",
                        "management.endpoints.web.exposure.include=kida",
                        "management.endpoints.jmx.exposure.include=kida");

        nowhere.run(
                context -> assertThat(context.getBean(KidaEndpoint.class).kida().templates())
                        .isEmpty());
        nowhere.withPropertyValues("kida.compile-at-start=true")
                .run(context ->
                        assertThat(context).getFailure().hasMessageContaining("Cannot list classpath:/nowhere/"));
    }

    @Test
    void theEndpointTellsHowTemplatesArePutTogetherAndNoSource() {
        runner.withPropertyValues(
                        "management.endpoints.web.exposure.include=kida",
                        "management.endpoints.jmx.exposure.include=kida")
                .run(context -> {
                    KidaEndpoint endpoint = context.getBean(KidaEndpoint.class);
                    assertThat(endpoint.template("wrong.html")).isNull();
                    assertThat(endpoint.template("no", "such.html")).isNull();

                    KidaEndpoint.Description page = endpoint.template("page.html");
                    assertThat(page.parent()).isEqualTo("layout.html");
                    assertThat(page.blocks()).contains("main");
                    assertThat(page.parameters()).containsExactly("user");
                    assertThat(page.reads()).containsExactly("user.name");
                    assertThat(page.components()).singleElement().satisfies(row -> {
                        assertThat(row.name()).isEqualTo("row");
                        assertThat(row.parameters().get(0)).isEqualTo(new KidaEndpoint.Parameter("item", "str", true));
                        assertThat(row.slots()).containsExactly("head");
                    });

                    KidaEndpoint.Engine engine = endpoint.kida();
                    assertThat(engine.templates()).contains("page.html", "wrong.html");
                    assertThat(engine.cache().size()).isEqualTo(2);
                    assertThat(engine.failures()).singleElement().satisfies(failure -> {
                        assertThat(failure.template()).isEqualTo("wrong.html");
                        assertThat(failure.code()).startsWith("K-PAR-");
                    });
                    assertThat(engine.toString()).doesNotContain("secret");
                });
    }
}
