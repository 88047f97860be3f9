package dev.kida.spring.boot.autoconfigure;

import dev.kida.spring.SpringTemplateLoader;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.template.TemplateAvailabilityProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;

/** Tells Boot which views there are, so that it finds error pages and the welcome page. */
public final class KidaTemplateAvailabilityProvider implements TemplateAvailabilityProvider {

    @Override
    public boolean isTemplateAvailable(
            String view, Environment environment, ClassLoader classLoader, ResourceLoader resourceLoader) {
        if (!ClassUtils.isPresent("dev.kida.KidaEngine", classLoader)
                || !environment.getProperty("kida.enabled", Boolean.class, true)) {
            return false;
        }
        String prefix = environment.getProperty("kida.prefix", KidaProperties.DEFAULT_PREFIX);
        String suffix = environment.getProperty("kida.suffix", KidaProperties.DEFAULT_SUFFIX);
        return new SpringTemplateLoader(resourceLoader, prefix, StandardCharsets.UTF_8).exists(view + suffix);
    }
}
