package dev.kida.spring.boot.autoconfigure;

import dev.kida.Extension;
import dev.kida.KidaEngine;
import dev.kida.KidaEngineBuilder;
import dev.kida.compile.PrecompiledTemplates;
import dev.kida.load.TemplateLoader;
import dev.kida.render.RenderListener;
import dev.kida.render.TagHandler;
import dev.kida.spring.LibraryLoader;
import dev.kida.spring.ReactiveTypes;
import dev.kida.spring.ReactiveTypesAdapter;
import dev.kida.spring.SpringTemplateLoader;
import dev.kida.spring.TemplateCheck;
import dev.kida.spring.TemplateLookup;
import dev.kida.spring.TemplateWarmUp;
import dev.kida.spring.ViewNamePatterns;
import dev.kida.spring.function.BeanFunctions;
import dev.kida.spring.message.MessageGlobals;
import java.time.Duration;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.template.TemplateLocation;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.annotation.Order;

/** Auto-configuration of the engine, with or without a web stack. */
@AutoConfiguration
@ConditionalOnClass(KidaEngine.class)
@ConditionalOnBooleanProperty(name = "kida.enabled", matchIfMissing = true)
@EnableConfigurationProperties(KidaProperties.class)
public final class KidaAutoConfiguration {

    private static final Log logger = LogFactory.getLog(KidaAutoConfiguration.class);

    private final KidaProperties properties;

    KidaAutoConfiguration(KidaProperties properties) {
        this.properties = properties;
    }

    @Bean
    @ConditionalOnMissingBean(TemplateLoader.class)
    SpringTemplateLoader kidaTemplateLoader(ApplicationContext context) {
        if (properties.isCheckTemplateLocation()) {
            checkTemplateLocation(context);
        }
        return new SpringTemplateLoader(context, properties.getPrefix(), properties.getCharset());
    }

    private void checkTemplateLocation(ApplicationContext context) {
        TemplateLocation location = new TemplateLocation(properties.getPrefix());
        if (!location.exists(context)) {
            logger.warn("Cannot find template location: " + location
                    + " (please add some templates, check your Kida configuration, or set"
                    + " kida.check-template-location=false)");
        }
    }

    @Bean
    @ConditionalOnMissingBean
    ReactiveTypes kidaReactiveTypes(ObjectProvider<ReactiveAdapterRegistry> registry) {
        return new ReactiveTypes(registry.getIfUnique(ReactiveAdapterRegistry::getSharedInstance));
    }

    @Bean
    @ConditionalOnMissingBean
    KidaEngine kidaEngine(
            TemplateLoader loader,
            ReactiveTypes types,
            ObjectProvider<RenderListener> listeners,
            ObjectProvider<KidaEngineCustomizer> customizers,
            ApplicationContext context) {
        check(
                "kida.chunk-size",
                properties.getChunkSize(),
                properties.getChunkSize().toBytes());
        check("kida.max-sections", properties.getMaxSections(), properties.getMaxSections());
        KidaEngineBuilder builder = KidaEngine.builder()
                .loader(new LibraryLoader(loader))
                .autoescape(properties.isAutoescape())
                .autoReload(!properties.isCache())
                .cacheSize(properties.getCacheSize())
                .strictUndefined(properties.isStrictUndefined())
                .autoAwait(properties.isAutoAwait())
                .chunkSize(Math.toIntExact(properties.getChunkSize().toBytes()))
                .asyncTimeout(boundOf(properties.getAsyncTimeout()))
                .onStreamError(properties.getOnStreamError())
                .outOfOrder(properties.getOutOfOrder())
                .maxSections(properties.getMaxSections())
                .asyncAdapter(new ReactiveTypesAdapter(types));
        ClassLoader classLoader = context.getClassLoader();
        if (AotDetector.useGeneratedArtifacts() && classLoader != null) {
            builder.precompiled(PrecompiledTemplates.of(classLoader));
        }
        listeners.orderedStream().forEach(builder::renderListener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    /** Boot tells of such a value where it was set. */
    private static void check(String property, Object value, long number) {
        if (number < 1 || number > Integer.MAX_VALUE) {
            throw new InvalidConfigurationPropertyValueException(
                    property, value, "It has to be at least 1 and at most " + Integer.MAX_VALUE + ".");
        }
    }

    private static @Nullable Duration boundOf(Duration timeout) {
        return timeout.isZero() || timeout.isNegative() ? null : timeout;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "kidaMessages")
    KidaEngineCustomizer kidaMessages(ApplicationContext context) {
        return builder -> MessageGlobals.addTo(builder, context);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    @ConditionalOnMissingBean(name = "kidaBeanFunctions")
    KidaEngineCustomizer kidaBeanFunctions(ConfigurableListableBeanFactory beans) {
        return new BeanFunctions(beans, ApplicationConversionService.getSharedInstance())::addTo;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 20)
    @ConditionalOnMissingBean(name = "kidaExtensions")
    KidaEngineCustomizer kidaExtensions(ObjectProvider<Extension> extensions, ObjectProvider<TagHandler> tags) {
        return builder -> {
            extensions.orderedStream().forEach(builder::extension);
            tags.orderedStream().forEach(builder::tag);
        };
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBooleanProperty(name = "kida.compile-at-start")
    TemplateCheck kidaTemplateCheck(KidaEngine engine) {
        return new TemplateCheck(engine, properties.getSuffix());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBooleanProperty(name = "kida.precompile")
    TemplateWarmUp kidaTemplateWarmUp(KidaEngine engine) {
        return new TemplateWarmUp(engine, properties.getSuffix(), properties.getCacheSize());
    }

    @Bean
    @ConditionalOnMissingBean
    TemplateLookup kidaTemplateLookup(KidaEngine engine) {
        return new TemplateLookup(
                engine,
                properties.getSuffix(),
                new ViewNamePatterns(properties.getViewNames(), properties.getExcludedViewNames()),
                properties.isLocalizedViews(),
                properties.isCache());
    }
}
