package dev.kida.spring.boot.autoconfigure;

import dev.kida.spring.TemplateLookup;
import dev.kida.spring.security.SecurityGlobals;
import dev.kida.spring.webflux.ReactiveSecurity;
import dev.kida.spring.webmvc.ServletSecurity;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.config.core.GrantedAuthorityDefaults;
import org.springframework.security.core.Authentication;
import org.springframework.util.function.SingletonSupplier;

/** Auto-configuration of {@code has_role()} and its like, when Spring Security is there. */
@AutoConfiguration(
        before = {KidaAutoConfiguration.class, KidaWebFluxAutoConfiguration.class, KidaWebMvcAutoConfiguration.class})
@ConditionalOnWebApplication
@ConditionalOnClass({TemplateLookup.class, Authentication.class})
@ConditionalOnBooleanProperty(name = "kida.enabled", matchIfMissing = true)
public final class KidaSecurityAutoConfiguration {

    private static final String ROLE_PREFIX = "ROLE_";

    /** Comes first. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(GrantedAuthorityDefaults.class)
    static class Roles {

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        @ConditionalOnMissingBean(name = "kidaSecurityGlobals")
        KidaEngineCustomizer kidaSecurityGlobals(ObjectProvider<GrantedAuthorityDefaults> defaults) {
            SingletonSupplier<String> prefix = SingletonSupplier.of(() -> prefix(defaults.getIfUnique()));
            return builder -> SecurityGlobals.addTo(builder, prefix::obtain);
        }

        private static String prefix(@Nullable GrantedAuthorityDefaults defaults) {
            return defaults == null ? ROLE_PREFIX : defaults.getRolePrefix();
        }
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "kidaSecurityGlobals")
    KidaEngineCustomizer kidaSecurityGlobals() {
        return builder -> SecurityGlobals.addTo(builder, () -> ROLE_PREFIX);
    }

    /** Not while view resolvers are made: a hierarchy may come with the filters of an application. */
    private static Supplier<? extends @Nullable RoleHierarchy> whenAsked(ObjectProvider<RoleHierarchy> hierarchy) {
        Supplier<Optional<RoleHierarchy>> once =
                SingletonSupplier.of(() -> Optional.ofNullable(hierarchy.getIfAvailable()));
        return () -> once.get().orElse(null);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Servlet {

        @Bean
        @ConditionalOnMissingBean
        ServletSecurity kidaSecurity(ObjectProvider<RoleHierarchy> hierarchy) {
            return new ServletSecurity(whenAsked(hierarchy));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    static class Reactive {

        @Bean
        @ConditionalOnMissingBean
        ReactiveSecurity kidaSecurity(ObjectProvider<RoleHierarchy> hierarchy) {
            return new ReactiveSecurity(whenAsked(hierarchy));
        }
    }
}
