package dev.kida.spring.boot.autoconfigure;

import dev.kida.spring.CspPolicy;
import dev.kida.spring.WebGlobals;
import dev.kida.spring.webflux.ReactiveAssets;
import dev.kida.spring.webflux.ReactiveCsp;
import dev.kida.spring.webflux.ReactiveCsrf;
import dev.kida.spring.webmvc.ServletAssets;
import dev.kida.spring.webmvc.ServletCsp;
import dev.kida.spring.webmvc.ServletCsrf;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.StringUtils;

/**
 * Auto-configuration of what pages ask of the web: {@code url()}, {@code asset()}, the CSRF token, the nonce, what HTMX says.
 */
@AutoConfiguration(
        before = {KidaAutoConfiguration.class, KidaWebFluxAutoConfiguration.class, KidaWebMvcAutoConfiguration.class},
        afterName = {
            "org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration"
        })
@ConditionalOnBooleanProperty(name = "kida.enabled", matchIfMissing = true)
@EnableConfigurationProperties(KidaCspProperties.class)
public final class KidaPagesAutoConfiguration {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnWebApplication
    @ConditionalOnMissingBean(name = "kidaWebGlobals")
    KidaEngineCustomizer kidaWebGlobals() {
        return WebGlobals::addTo;
    }

    /** The same for both stacks; an application that has one of its own has replaced it. */
    @Bean
    @ConditionalOnWebApplication
    @ConditionalOnMissingBean
    CspPolicy kidaCspPolicy(KidaCspProperties csp) {
        // An empty one is how a profile takes back what another has set.
        String policy = StringUtils.hasText(csp.getPolicy()) ? csp.getPolicy() : null;
        return new CspPolicy(policy, csp.isReportOnly(), csp.getNonceAttribute());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass(org.springframework.web.servlet.View.class)
    static class Servlet {

        @Bean
        @ConditionalOnMissingBean
        ServletCsp kidaCsp(CspPolicy policy) {
            return new ServletCsp(policy);
        }

        @Bean
        @ConditionalOnMissingBean
        @ConditionalOnBean(org.springframework.web.servlet.resource.ResourceUrlProvider.class)
        ServletAssets kidaAssets(org.springframework.web.servlet.resource.ResourceUrlProvider urls) {
            return new ServletAssets(urls);
        }

        @Configuration(proxyBeanMethods = false)
        @ConditionalOnClass(name = "org.springframework.security.web.csrf.CsrfToken")
        static class Csrf {

            @Bean
            @ConditionalOnMissingBean
            ServletCsrf kidaCsrf() {
                return new ServletCsrf();
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    @ConditionalOnClass(org.springframework.web.reactive.result.view.View.class)
    static class Reactive {

        @Bean
        @ConditionalOnMissingBean
        ReactiveCsp kidaCsp(CspPolicy policy) {
            return new ReactiveCsp(policy);
        }

        @Bean
        @ConditionalOnMissingBean
        @ConditionalOnBean(org.springframework.web.reactive.resource.ResourceUrlProvider.class)
        ReactiveAssets kidaAssets(org.springframework.web.reactive.resource.ResourceUrlProvider urls) {
            return new ReactiveAssets(urls);
        }

        @Configuration(proxyBeanMethods = false)
        @ConditionalOnClass(name = "org.springframework.security.web.server.csrf.CsrfToken")
        static class Csrf {

            @Bean
            @ConditionalOnMissingBean
            ReactiveCsrf kidaCsrf() {
                return new ReactiveCsrf();
            }
        }
    }
}
