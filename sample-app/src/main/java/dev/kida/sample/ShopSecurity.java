package dev.kida.sample;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Everybody may look; who wants to change something, or to look behind the scenes, logs in. */
@Configuration(proxyBeanMethods = false)
class ShopSecurity {

    private static final String[] CLERKS_ONLY = {"/products/new", "/actuator/**"};

    /** The password is in the sample on purpose: {@code clerk} and {@code paper}. */
    private static UserDetails clerk() {
        return User.withUsername("clerk").password("{noop}paper").roles("CLERK").build();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = Type.SERVLET)
    static class Servlet {

        @Bean
        InMemoryUserDetailsManager users() {
            return new InMemoryUserDetailsManager(clerk());
        }

        @Bean
        SecurityFilterChain pages(HttpSecurity http) {
            return http.authorizeHttpRequests(may -> may.requestMatchers(CLERKS_ONLY)
                            .hasRole("CLERK")
                            .anyRequest()
                            .permitAll())
                    .formLogin(form -> form.loginPage("/login"))
                    .logout(logout -> logout.logoutSuccessUrl("/"))
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = Type.REACTIVE)
    static class Reactive {

        @Bean
        MapReactiveUserDetailsService users() {
            return new MapReactiveUserDetailsService(clerk());
        }

        @Bean
        SecurityWebFilterChain pages(ServerHttpSecurity http) {
            return http.authorizeExchange(may -> may.pathMatchers(CLERKS_ONLY)
                            .hasRole("CLERK")
                            .anyExchange()
                            .permitAll())
                    .formLogin(form -> form.loginPage("/login"))
                    .build();
        }
    }
}
