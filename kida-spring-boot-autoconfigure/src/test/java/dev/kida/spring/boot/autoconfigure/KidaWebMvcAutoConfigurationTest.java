package dev.kida.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.webmvc.KidaViewResolver;
import dev.kida.spring.webmvc.PageRendering;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

class KidaWebMvcAutoConfigurationTest {

    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    KidaAutoConfiguration.class,
                    KidaWebMvcAutoConfiguration.class,
                    KidaWebFluxAutoConfiguration.class,
                    TaskExecutionAutoConfiguration.class));

    @Test
    void resolvesTemplatesAndNothingElse() {
        runner.run(context -> {
            assertThat(context).hasSingleBean(KidaViewResolver.class).doesNotHaveBean("kidaReactiveViewResolver");
            KidaViewResolver resolver = context.getBean(KidaViewResolver.class);
            assertThat(resolver.resolveViewName("hello", Locale.ENGLISH))
                    .extracting(View::getContentType)
                    .isEqualTo("text/html;charset=UTF-8");
            assertThat(resolver.resolveViewName("nothing", Locale.ENGLISH)).isNull();
            assertThat(resolver.resolveViewName("redirect:/hello", Locale.ENGLISH))
                    .isNull();
            assertThat(resolver.resolveViewName("forward:/hello", Locale.ENGLISH))
                    .isNull();
            assertThat(resolver.resolveViewName("../templates/hello", Locale.ENGLISH))
                    .isNull();
        });
    }

    @Test
    void viewNamesOrderAndContentTypeAreConfigurable() {
        runner.withPropertyValues(
                        "kida.view-names=error/*,he*", "kida.order=7", "kida.content-type=application/xhtml+xml")
                .run(context -> {
                    KidaViewResolver resolver = context.getBean(KidaViewResolver.class);
                    assertThat(resolver.getOrder()).isEqualTo(7);
                    assertThat(resolver.resolveViewName("hello", Locale.ENGLISH))
                            .extracting(View::getContentType)
                            .isEqualTo("application/xhtml+xml;charset=UTF-8");
                });
        runner.withPropertyValues("kida.view-names=error/*").run(context -> assertThat(
                        context.getBean(KidaViewResolver.class).resolveViewName("hello", Locale.ENGLISH))
                .isNull());
    }

    @Test
    void comesBeforeTheResolverThatTakesEveryName() {
        runner.run(context -> assertThat(context.getBean(KidaViewResolver.class).getOrder())
                .isEqualTo(Ordered.LOWEST_PRECEDENCE - 10));
    }

    @Test
    void backsOffByName() {
        ViewResolver own = (name, locale) -> null;

        runner.withBean("kidaViewResolver", ViewResolver.class, () -> own)
                .run(context -> assertThat(context).doesNotHaveBean(KidaViewResolver.class));
    }

    @Test
    void waitsOnTheTaskExecutorOfTheApplication() {
        runner.withPropertyValues("kida.async-timeout=3s", "kida.servlet.async-timeout=9s")
                .run(context -> {
                    PageRendering rendering = context.getBean(PageRendering.class);
                    assertThat(rendering.executor()).isSameAs(context.getBean("applicationTaskExecutor"));
                    assertThat(rendering.waitTimeout()).isEqualTo(Duration.ofSeconds(3));
                    assertThat(rendering.asyncTimeout()).isEqualTo(Duration.ofSeconds(9));
                });
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads need JDK 21")
    void waitsOnTheRequestThreadWhenThatIsVirtual() {
        runner.withPropertyValues("spring.threads.virtual.enabled=true")
                .run(context -> assertThat(context.getBean(PageRendering.class).executor())
                        .isNull());
    }
}
