package dev.kida.spring.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.error.TemplateException;
import dev.kida.render.RenderOptions;
import dev.kida.spring.boot.autoconfigure.KidaAutoConfiguration;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import reactor.core.publisher.Mono;

class BeanFunctionsTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(KidaAutoConfiguration.class));

    @Test
    void methodsOfBeansAreFiltersTestsAndGlobals() {
        assertThat(render("{{ 'a' | shout }} {{ 'a' | shout(3) }} {{ 'a' | shout(times=2) }}"))
                .isEqualTo("A! A!!! A!!");
        assertThat(render("{% if 4 is even_number %}even{% end %}{% if 3 is not even_number %} odd{% end %}"))
                .isEqualTo("even odd");
        assertThat(render("{{ join_all('-', 1, 2, 'c') }} {{ join_all('-') }}")).isEqualTo("1-2-c ");
    }

    @Test
    void argumentsAreConvertedAndWhatTheRenderKnowsIsGiven() {
        RenderOptions german = RenderOptions.defaults().withLocale(Locale.GERMAN);

        runner.withUserConfiguration(Application.class).run(context -> assertThat(context.getBean(KidaEngine.class)
                        .fromString("{{ price('12.5') }} {{ price(3) }} {{ price(1, 'EUR') }}")
                        .render(Map.of(), german))
                .isEqualTo("de 12.5 - de 3 - de 1 EUR"));
    }

    @Test
    void wrongArgumentsAreErrorsOfTheTemplate() {
        assertThatThrownBy(() -> render("{{ 'a' | shout('x') }}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("shout() needs Integer for 'times', not str");
        assertThatThrownBy(() -> render("{{ price() }}")).hasMessageContaining("price() needs an argument 'amount'");
    }

    @Test
    void whatAGlobalGivesCanBeAwaited() {
        assertThat(render("{{ await later('x') }}")).isEqualTo("later x");
    }

    @Test
    void markedBeansAreGlobalsAndOthersAreOutOfReach() {
        assertThat(render("{{ shop.name }} {{ twice(2) }} {{ 'ab' | reversed_text }}"))
                .isEqualTo("Paper Crane 4 ba");
        assertThatThrownBy(() -> render("{{ secret }}")).hasMessageContaining("secret");
        assertThatThrownBy(() -> render("{{ environment }}")).isInstanceOf(TemplateException.class);
    }

    @Test
    void aBeanWithMethodsIsNotCreatedBeforeATemplateNeedsIt() {
        runner.withUserConfiguration(Application.class).run(context -> {
            KidaEngine engine = context.getBean(KidaEngine.class);
            assertThat(context.getBeanFactory().containsSingleton("late")).isFalse();
            assertThat(engine.fromString("{{ from_late() }}").render(Map.of())).isEqualTo("here");
        });
    }

    @Test
    void twoOwnersOfANameAreAnErrorAtStart() {
        runner.withUserConfiguration(Application.class)
                .withBean("other", Functions.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("declared twice: by ")
                        .hasMessageContaining("functions.")
                        .hasMessageContaining("other."));
    }

    private String render(String template) {
        StringBuilder page = new StringBuilder();
        runner.withUserConfiguration(Application.class)
                .run(context -> page.append(context.getBean(KidaEngine.class)
                        .fromString(template)
                        .render(Map.of(), RenderOptions.defaults().withBlockOnAsync(Duration.ofSeconds(10)))));
        return page.toString();
    }

    public record Shop(String name) {}

    static class Functions {

        @KidaFilter
        String shout(String value, @Nullable Integer times) {
            return value.toUpperCase(Locale.ROOT) + "!".repeat(times == null ? 1 : times);
        }

        @KidaTest("even_number")
        boolean isEven(long value) {
            return value % 2 == 0;
        }

        @KidaGlobal("join_all")
        String join(String separator, Object... values) {
            return String.join(
                    separator,
                    java.util.Arrays.stream(values).map(String::valueOf).toList());
        }

        @KidaGlobal
        String price(Locale locale, BigDecimal amount, Optional<String> currency) {
            return locale + " " + amount + " " + currency.orElse("-");
        }

        @KidaGlobal
        Mono<String> later(String value) {
            return Mono.just("later " + value);
        }
    }

    static class Late {

        @KidaGlobal("from_late")
        String here() {
            return "here";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Application {

        @Bean
        Functions functions() {
            return new Functions();
        }

        @Bean
        @Lazy
        Late late() {
            return new Late();
        }

        @Bean
        @KidaGlobal
        Shop shop() {
            return new Shop("Paper Crane");
        }

        @Bean
        Shop secret() {
            return new Shop("hidden");
        }

        @Bean
        TemplateFunction twice() {
            return TemplateFunction.of(
                    "twice", Signature.parse("n"), (args, context) -> 2 * ((Number) args[0]).longValue());
        }

        @Bean
        @KidaFilter
        TemplateFunction reversedText() {
            return TemplateFunction.of(
                    "reversed_text", Signature.parse("value"), (args, context) -> new StringBuilder(args[0].toString())
                            .reverse()
                            .toString());
        }
    }
}
