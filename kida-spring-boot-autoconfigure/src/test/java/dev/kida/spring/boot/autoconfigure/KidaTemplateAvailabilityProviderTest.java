package dev.kida.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.load.MapLoader;
import dev.kida.spring.TemplateLookup;
import dev.kida.spring.ViewNamePatterns;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.template.TemplateAvailabilityProvider;
import org.springframework.boot.autoconfigure.template.TemplateAvailabilityProviders;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;
import org.springframework.mock.env.MockEnvironment;

class KidaTemplateAvailabilityProviderTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void isFoundByBoot() {
        assertThat(new TemplateAvailabilityProviders(getClass().getClassLoader()).getProviders())
                .hasAtLeastOneElementOfType(KidaTemplateAvailabilityProvider.class);
    }

    @Test
    void knowsTheTemplatesThereAre() {
        assertThat(available("hello")).isTrue();
        assertThat(available("error/5xx")).isTrue();
        assertThat(available("error/418")).isFalse();
        assertThat(available("../templates/hello")).isFalse();
    }

    @Test
    void looksWhereThePropertiesSay() {
        environment.setProperty("kida.prefix", "classpath:/templates/error/");
        assertThat(available("5xx")).isTrue();

        environment.setProperty("kida.suffix", ".kida");
        assertThat(available("5xx")).isFalse();
    }

    @Test
    void knowsNothingWhenKidaIsDisabled() {
        environment.setProperty("kida.enabled", "false");

        assertThat(available("hello")).isFalse();
    }

    @Test
    void asksTheLoaderOfTheApplication() {
        try (GenericApplicationContext context = application()) {
            context.refresh();

            assertThat(available("page", context)).isTrue();
            assertThat(available("page#block", context)).isTrue();
            assertThat(available("../page", context)).isFalse();
            assertThat(available("hello", context)).isFalse();
        }
    }

    /** Boot asks for the view of errors while it decides on beans. */
    @Test
    void makesNoBeanBeforeItsTime() {
        try (GenericApplicationContext context = application()) {
            assertThat(available("hello", context)).isTrue();
            assertThat(context.getBeanFactory().containsSingleton("templates")).isFalse();
        }
    }

    private static GenericApplicationContext application() {
        GenericApplicationContext context = new GenericApplicationContext();
        KidaEngine engine = KidaEngine.builder()
                .loader(new MapLoader(Map.of("page.html", "")))
                .build();
        context.registerBean(
                "templates",
                TemplateLookup.class,
                () -> new TemplateLookup(engine, ".html", ViewNamePatterns.ALL, false, true));
        return context;
    }

    private boolean available(String view) {
        return available(view, new DefaultResourceLoader());
    }

    private boolean available(String view, ResourceLoader resources) {
        TemplateAvailabilityProvider provider = new KidaTemplateAvailabilityProvider();
        return provider.isTemplateAvailable(view, environment, getClass().getClassLoader(), resources);
    }
}
