package dev.kida.spring.boot.autoconfigure;

import dev.kida.spring.SpringTemplateLoader;
import dev.kida.spring.TemplateLookup;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.template.TemplateAvailabilityProvider;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;

/**
 * Tells Boot which views there are, so that it finds error pages and the welcome page. An application is asked for what its
 * view resolver would find, so that a {@code TemplateLoader} of its own counts; before there is one, and in an application
 * without Kida's beans, the properties say where to look, as with Boot's own template engines.
 */
public final class KidaTemplateAvailabilityProvider implements TemplateAvailabilityProvider {

    @Override
    public boolean isTemplateAvailable(
            String view, Environment environment, ClassLoader classLoader, ResourceLoader resourceLoader) {
        if (!ClassUtils.isPresent("dev.kida.KidaEngine", classLoader)
                || !environment.getProperty("kida.enabled", Boolean.class, true)) {
            return false;
        }
        TemplateLookup templates = templates(resourceLoader);
        if (templates != null) {
            return templates.exists(view);
        }
        String prefix = environment.getProperty("kida.prefix", KidaProperties.DEFAULT_PREFIX);
        String suffix = environment.getProperty("kida.suffix", KidaProperties.DEFAULT_SUFFIX);
        return new SpringTemplateLoader(resourceLoader, prefix, StandardCharsets.UTF_8).exists(view + suffix);
    }

    /** Boot passes the application context, and also while it decides on beans: then none may be made for an answer. */
    private static @Nullable TemplateLookup templates(ResourceLoader resourceLoader) {
        return resourceLoader instanceof ConfigurableApplicationContext context
                        && context.getBeanFactory().isConfigurationFrozen()
                ? context.getBeanProvider(TemplateLookup.class).getIfUnique()
                : null;
    }
}
