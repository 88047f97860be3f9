package dev.kida.spring.boot.autoconfigure;

import dev.kida.spring.PropagatedThreadLocals;
import dev.kida.spring.webmvc.ServletRenderCustomizer;
import io.micrometer.context.ContextSnapshotFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Auto-configuration that restores thread locals while pages stream, where Micrometer's context propagation is there. */
@AutoConfiguration(before = KidaAutoConfiguration.class)
@ConditionalOnClass(ContextSnapshotFactory.class)
@ConditionalOnBooleanProperty(name = "kida.enabled", matchIfMissing = true)
public final class KidaContextPropagationAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    PropagatedThreadLocals kidaThreadLocals() {
        return new PropagatedThreadLocals(ContextSnapshotFactory.builder().build());
    }

    @Bean
    KidaEngineCustomizer kidaThreadLocalsCustomizer(PropagatedThreadLocals threadLocals) {
        return builder -> builder.stepScope(threadLocals);
    }

    /** On a servlet container the thread locals are those of the request's thread. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass(name = "jakarta.servlet.http.HttpServletRequest")
    static class Servlet {

        @Bean
        ServletRenderCustomizer kidaThreadLocalsCapture(PropagatedThreadLocals threadLocals) {
            return (options, model, request, response) -> threadLocals.capture(options);
        }
    }
}
