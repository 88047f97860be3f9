package dev.kida.spring.boot.autoconfigure;

import dev.kida.KidaEngine;
import dev.kida.spring.observation.AwaitObservationConvention;
import dev.kida.spring.observation.ObservingRenderListener;
import dev.kida.spring.observation.RenderObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of observations of renders, when there is an {@link ObservationRegistry}. */
@AutoConfiguration(
        before = KidaAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass({KidaEngine.class, ObservationRegistry.class})
@ConditionalOnBean(ObservationRegistry.class)
@ConditionalOnBooleanProperty(name = "kida.enabled", matchIfMissing = true)
public final class KidaObservationAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ObservingRenderListener kidaObservations(
            ObservationRegistry registry,
            ObjectProvider<RenderObservationConvention> render,
            ObjectProvider<AwaitObservationConvention> await) {
        return new ObservingRenderListener(registry, render.getIfAvailable(), await.getIfAvailable());
    }
}
