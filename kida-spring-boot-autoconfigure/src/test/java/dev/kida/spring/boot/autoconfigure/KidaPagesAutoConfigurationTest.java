package dev.kida.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.CspPolicy;
import dev.kida.spring.form.FormSupport;
import dev.kida.spring.webflux.ReactiveCsp;
import dev.kida.spring.webflux.ReactiveDevelopment;
import dev.kida.spring.webflux.ReactiveForms;
import dev.kida.spring.webmvc.PageHandBackFilter;
import dev.kida.spring.webmvc.ServletCsp;
import dev.kida.spring.webmvc.ServletDevelopment;
import dev.kida.spring.webmvc.ServletForms;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** What is the same on both stacks is declared once, and gives way to what the application has. */
class KidaPagesAutoConfigurationTest {

    private static final AutoConfigurations CONFIGURATION = AutoConfigurations.of(
            KidaAutoConfiguration.class,
            KidaPagesAutoConfiguration.class,
            KidaDevelopmentAutoConfiguration.class,
            KidaFormsAutoConfiguration.class,
            KidaWebMvcAutoConfiguration.class,
            KidaWebFluxAutoConfiguration.class);

    private final WebApplicationContextRunner servlet =
            new WebApplicationContextRunner().withConfiguration(CONFIGURATION);
    private final ReactiveWebApplicationContextRunner reactive =
            new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATION);

    @Test
    void eachStackTranslatesTheSame() {
        servlet.withPropertyValues("kida.csp.policy=default-src 'self'").run(context -> assertThat(context)
                .hasSingleBean(CspPolicy.class)
                .hasSingleBean(FormSupport.class)
                .hasSingleBean(ServletCsp.class)
                .hasSingleBean(ServletForms.class)
                .hasSingleBean(PageHandBackFilter.class)
                .doesNotHaveBean(ReactiveCsp.class));
        reactive.withPropertyValues("kida.csp.policy=default-src 'self'").run(context -> assertThat(context)
                .hasSingleBean(CspPolicy.class)
                .hasSingleBean(FormSupport.class)
                .hasSingleBean(ReactiveCsp.class)
                .hasSingleBean(ReactiveForms.class)
                .doesNotHaveBean(ServletCsp.class)
                .doesNotHaveBean(PageHandBackFilter.class));
    }

    @Test
    void theApplicationsOwnIsTaken() {
        CspPolicy own = new CspPolicy("script-src 'nonce-{nonce}'", true, "n");

        servlet.withBean(CspPolicy.class, () -> own)
                .run(context -> assertThat(context.getBean(CspPolicy.class)).isSameAs(own));
        reactive.withBean(CspPolicy.class, () -> own)
                .run(context -> assertThat(context.getBean(CspPolicy.class)).isSameAs(own));
    }

    @Test
    void anEmptyPolicyIsNone() {
        servlet.withPropertyValues("kida.csp.policy=")
                .run(context ->
                        assertThat(context.getBean(CspPolicy.class).policy()).isNull());
    }

    @Test
    void nothingOfItIsThereWhenKidaIsOff() {
        servlet.withPropertyValues("kida.enabled=false", "kida.debug=true").run(context -> assertThat(context)
                .doesNotHaveBean(CspPolicy.class)
                .doesNotHaveBean(FormSupport.class)
                .doesNotHaveBean(ServletDevelopment.class));
        reactive.withPropertyValues("kida.enabled=false", "kida.debug=true")
                .run(context -> assertThat(context).doesNotHaveBean(ReactiveDevelopment.class));
    }
}
