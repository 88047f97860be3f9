package dev.kida.spring.boot.autoconfigure;

import dev.kida.KidaEngine;
import dev.kida.spring.actuate.CompileFailures;
import dev.kida.spring.actuate.KidaEndpoint;
import java.time.Clock;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of {@code /actuator/kida}. */
@AutoConfiguration(before = KidaAutoConfiguration.class)
@ConditionalOnClass({KidaEngine.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnAvailableEndpoint(KidaEndpoint.class)
@ConditionalOnBooleanProperty(name = "kida.enabled", matchIfMissing = true)
public final class KidaEndpointAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CompileFailures kidaCompileFailures() {
        return new CompileFailures(Clock.systemUTC());
    }

    @Bean
    @ConditionalOnMissingBean
    KidaEndpoint kidaEndpoint(KidaEngine engine, CompileFailures failures) {
        return new KidaEndpoint(engine, failures);
    }
}
