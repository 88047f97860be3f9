package dev.kida.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.render.RenderOptions;
import dev.kida.spring.webmvc.ServletSecurity;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.core.GrantedAuthorityDefaults;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

class KidaSecurityAutoConfigurationTest {

    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(KidaAutoConfiguration.class, KidaSecurityAutoConfiguration.class));

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void rolesBeginAsTheApplicationSays() {
        runner.run(context -> assertThat(hasRole(context, "ROLE_ADMIN") + hasRole(context, "ADMIN"))
                .isEqualTo("truefalse"));
        runner.withBean(GrantedAuthorityDefaults.class, () -> new GrantedAuthorityDefaults(""))
                .run(context -> assertThat(hasRole(context, "ROLE_ADMIN") + hasRole(context, "ADMIN"))
                        .isEqualTo("falsetrue"));
    }

    @Test
    void rolesBeginAsUsualWithoutTheConfigurationOfSecurity() {
        runner.withClassLoader(new FilteredClassLoader(GrantedAuthorityDefaults.class))
                .run(context -> assertThat(hasRole(context, "ROLE_ADMIN")).isEqualTo("true"));
    }

    @Test
    void theFunctionsAreThoseOfTheApplicationIfItHasSome() {
        runner.withBean(
                        "kidaSecurityGlobals",
                        KidaEngineCustomizer.class,
                        () -> builder -> builder.global("has_role", "their own"))
                .run(context -> assertThat(context.getBean(KidaEngine.class)
                                .fromString("{{ has_role }}")
                                .render(Map.of()))
                        .isEqualTo("their own"));
    }

    @Test
    void nothingOfItIsThereWithoutSecurity() {
        runner.withClassLoader(new FilteredClassLoader(Authentication.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("kidaSecurityGlobals"));
    }

    private static String hasRole(ApplicationContext context, String authority) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("ada", "pw", authority));
        RenderOptions options = context.getBean(ServletSecurity.class)
                .customize(
                        RenderOptions.defaults(),
                        new HashMap<>(),
                        new MockHttpServletRequest(),
                        new MockHttpServletResponse());
        return context.getBean(KidaEngine.class)
                .fromString("{{ has_role('ADMIN') }}")
                .render(Map.of(), options);
    }
}
