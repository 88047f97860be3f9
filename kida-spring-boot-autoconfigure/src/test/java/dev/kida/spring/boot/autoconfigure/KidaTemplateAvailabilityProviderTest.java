package dev.kida.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.template.TemplateAvailabilityProvider;
import org.springframework.boot.autoconfigure.template.TemplateAvailabilityProviders;
import org.springframework.core.io.DefaultResourceLoader;
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

    private boolean available(String view) {
        TemplateAvailabilityProvider provider = new KidaTemplateAvailabilityProvider();
        return provider.isTemplateAvailable(
                view, environment, getClass().getClassLoader(), new DefaultResourceLoader());
    }
}
