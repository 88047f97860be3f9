package dev.kida.spring.boot.autoconfigure;

import dev.kida.spring.TemplateLookup;
import dev.kida.spring.webflux.ReactiveDevelopment;
import dev.kida.spring.webmvc.ServletDevelopment;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Auto-configuration of errors that are shown in the browser: only where {@code kida.debug} says so, as devtools does. */
@AutoConfiguration(
        before = {KidaWebFluxAutoConfiguration.class, KidaWebMvcAutoConfiguration.class},
        beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnClass(TemplateLookup.class)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "kida.debug")
@ConditionalOnBooleanProperty(name = "kida.enabled", matchIfMissing = true)
public final class KidaDevelopmentAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass(name = "org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver")
    static class Servlet {

        @Bean
        @ConditionalOnMissingBean
        ServletDevelopment kidaDevelopment() {
            return new ServletDevelopment();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    @ConditionalOnClass(name = "org.springframework.web.server.WebExceptionHandler")
    static class Reactive {

        @Bean
        @ConditionalOnMissingBean
        ReactiveDevelopment kidaDevelopment() {
            return new ReactiveDevelopment();
        }
    }
}
