package dev.kida.spring.boot.autoconfigure;

import dev.kida.KidaEngine;
import dev.kida.spring.observation.MeteringRenderListener;
import dev.kida.spring.observation.TemplateCacheMeters;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of meters, when there is a {@link MeterRegistry}. */
@AutoConfiguration(
        before = KidaAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass({KidaEngine.class, MeterRegistry.class})
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnBooleanProperty(name = "kida.enabled", matchIfMissing = true)
public final class KidaMetricsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MeteringRenderListener kidaMeters(MeterRegistry meters) {
        return new MeteringRenderListener(meters);
    }

    /** A provider: registries are filled while the engine that asks for one may not be there yet. */
    @Bean
    @ConditionalOnMissingBean
    TemplateCacheMeters kidaTemplateCacheMeters(ObjectProvider<KidaEngine> engine) {
        return new TemplateCacheMeters(engine::getObject);
    }
}
