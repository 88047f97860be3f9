package dev.kida.spring.boot.autoconfigure;

import dev.kida.KidaEngine;
import dev.kida.KidaEngineBuilder;
import dev.kida.load.TemplateLoader;
import dev.kida.spring.LibraryLoader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanFactory;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindingPostProcessor;
import org.springframework.context.annotation.AnnotationConfigUtils;

/**
 * The engine of an application that is being built: what shapes the classes of templates is as it will be, what a render
 * needs besides is left out, so that no cache, registry or database has to be reached. Should something be different
 * nevertheless when the application runs, its engine sees that the classes are not those it needs.
 */
final class BuildTimeEngine {

    private static final Log logger = LogFactory.getLog(BuildTimeEngine.class);

    private static final String CACHES = KidaFragmentCacheAutoConfiguration.class.getName();

    private static final String ENGINE = "kidaEngine";

    private static final List<String> INJECTION = List.of(
            AnnotationConfigUtils.AUTOWIRED_ANNOTATION_PROCESSOR_BEAN_NAME,
            ConfigurationPropertiesBindingPostProcessor.BEAN_NAME);

    private final ConfigurableListableBeanFactory beans;
    private final KidaProperties properties;

    BuildTimeEngine(ConfigurableListableBeanFactory beans, KidaProperties properties) {
        this.beans = beans;
        this.properties = properties;
    }

    KidaEngine engine() {
        List<BeanPostProcessor> added = injection();
        try {
            return isAutoConfigured() ? build() : beans.getBean(KidaEngine.class);
        } finally {
            if (beans instanceof AbstractBeanFactory factory) {
                factory.getBeanPostProcessors().removeAll(added);
            }
        }
    }

    private boolean isAutoConfigured() {
        return beans.containsBeanDefinition(ENGINE)
                && KidaAutoConfiguration.class
                        .getName()
                        .equals(beans.getBeanDefinition(ENGINE).getFactoryBeanName());
    }

    /** While a context is processed ahead of time, beans are neither bound to properties nor injected; these few need it. */
    private List<BeanPostProcessor> injection() {
        List<BeanPostProcessor> added = new ArrayList<>();
        for (String name : INJECTION) {
            if (beans.containsBean(name)) {
                BeanPostProcessor processor = beans.getBean(name, BeanPostProcessor.class);
                beans.addBeanPostProcessor(processor);
                added.add(processor);
            }
        }
        return added;
    }

    private KidaEngine build() {
        KidaEngineBuilder builder = KidaEngine.builder()
                .loader(new LibraryLoader(beans.getBean(TemplateLoader.class)))
                .autoescape(properties.isAutoescape())
                .strictUndefined(properties.isStrictUndefined());
        for (String name : beans.getBeanNamesForType(KidaEngineCustomizer.class, true, false)) {
            String owner = beans.containsBeanDefinition(name)
                    ? beans.getBeanDefinition(name).getFactoryBeanName()
                    : null;
            if (owner == null || !owner.startsWith(CACHES)) {
                customize(builder, name);
            }
        }
        return builder.build();
    }

    private void customize(KidaEngineBuilder builder, String name) {
        try {
            beans.getBean(name, KidaEngineCustomizer.class).customize(builder);
        } catch (BeansException failure) {
            logger.warn(
                    "'" + name + "', which customizes the engine, cannot be created in the build."
                            + " Templates that depend on it are not compiled ahead of time",
                    failure);
        }
    }
}
