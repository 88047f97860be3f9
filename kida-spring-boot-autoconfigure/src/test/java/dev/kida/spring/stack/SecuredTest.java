package dev.kida.spring.stack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.cors.reactive.PreFlightRequestHandler;
import org.springframework.web.cors.reactive.PreFlightRequestWebFilter;
import reactor.core.publisher.Mono;

/** An application behind the filters of Spring Security, and not only with a token and a user as a test makes them. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SecuredTest {

    private static final Map<Setting, ConfigurableApplicationContext> RUNNING = new EnumMap<>(Setting.class);

    @AfterAll
    static void stop() {
        RUNNING.values().forEach(ConfigurableApplicationContext::close);
        RUNNING.clear();
    }

    @ParameterizedTest
    @EnumSource(names = {"NETTY", "TOMCAT_MVC"})
    void aPageKnowsItsUserAndItsTokenAlthoughItStreams(Setting setting) throws Exception {
        String page = "<head></head>{{ late }}|{{ principal().name }}|{{ has_role('STAFF') }}|{{ has_role('CHIEF') }}|"
                + "{% from 'kida/forms.html' import form %}{% call form(action='/x') %}{% end %}";

        String answer = read(setting, page, Map.of("late", Mono.just("late")));

        assertThat(answer)
                .startsWith("<head></head>late|ada|true|false|<form")
                .containsPattern("name=\"_csrf\" value=\"[^\"]{20,}\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"NETTY", "TOMCAT_MVC"})
    void nobodyGetsNoPage(Setting setting) throws Exception {
        String id = context(setting).getBean(Scenes.class).add("hello", Map.of("name", "x"));

        try (PageClient.Page page = client(setting).get("/scene/" + id)) {
            assertThat(page.status()).isEqualTo(401);
            assertThat(page.readAll()).doesNotContain("from the class path");
        }
    }

    private static String read(Setting setting, String template, Map<String, ?> model) throws Exception {
        context(setting).getBean(TestTemplates.class).put("secured.html", template);
        String id = context(setting).getBean(Scenes.class).add("secured", model);
        String user = "Basic " + Base64.getEncoder().encodeToString("ada:secret".getBytes(US_ASCII));
        try (PageClient.Page page = client(setting).get("/scene/" + id, "Authorization", user)) {
            return page.readAll();
        }
    }

    private static PageClient client(Setting setting) {
        return new PageClient(
                context(setting).getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static ConfigurableApplicationContext context(Setting setting) {
        return RUNNING.computeIfAbsent(setting, SecuredTest::start);
    }

    private static ConfigurableApplicationContext start(Setting setting) {
        boolean servlet = setting.type() == WebApplicationType.SERVLET;
        List<Class<?>> sources =
                List.of(StackApplication.class, servlet ? ServletSecurity.class : ReactiveSecurity.class);
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(setting.type())
                .resourceLoader(new DefaultResourceLoader(SecuredTest.class.getClassLoader()))
                .properties(setting.properties())
                .run();
    }

    private static UserDetails ada() {
        return User.withUsername("ada").password("{noop}secret").roles("BOSS").build();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class ServletSecurity {

        @Bean
        InMemoryUserDetailsManager users() {
            return new InMemoryUserDetailsManager(ada());
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.authorizeHttpRequests(may -> may.anyRequest().authenticated())
                    .httpBasic(Customizer.withDefaults())
                    .build();
        }

        @Bean
        RoleHierarchy roles() {
            return RoleHierarchyImpl.withDefaultRolePrefix()
                    .role("BOSS")
                    .implies("STAFF")
                    .build();
        }
    }

    /** Its chain wants the handler of Spring, as the one that Boot makes for an actuator does. */
    @Configuration(proxyBeanMethods = false)
    @EnableWebFluxSecurity
    static class ReactiveSecurity {

        @Bean
        MapReactiveUserDetailsService users() {
            return new MapReactiveUserDetailsService(ada());
        }

        @Bean
        SecurityWebFilterChain chain(ServerHttpSecurity http, PreFlightRequestHandler handler) {
            return http.authorizeExchange(may -> may.anyExchange().authenticated())
                    .addFilterAt(new PreFlightRequestWebFilter(handler), SecurityWebFiltersOrder.CORS)
                    .httpBasic(Customizer.withDefaults())
                    .build();
        }

        @Bean
        RoleHierarchy roles() {
            return RoleHierarchyImpl.withDefaultRolePrefix()
                    .role("BOSS")
                    .implies("STAFF")
                    .build();
        }
    }
}
