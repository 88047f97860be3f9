package dev.kida.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.webflux.KidaReactiveViewResolver;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.result.view.RedirectView;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import reactor.core.publisher.Mono;

class KidaWebFluxAutoConfigurationTest {

    private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    KidaAutoConfiguration.class,
                    KidaWebMvcAutoConfiguration.class,
                    KidaWebFluxAutoConfiguration.class));

    @Test
    void resolvesTemplatesAndRedirectsAndNothingElse() {
        runner.run(context -> {
            assertThat(context).hasSingleBean(KidaReactiveViewResolver.class).doesNotHaveBean("kidaViewResolver");
            KidaReactiveViewResolver resolver = context.getBean(KidaReactiveViewResolver.class);
            assertThat(resolve(resolver, "hello").getSupportedMediaTypes())
                    .startsWith(MediaType.parseMediaType("text/html;charset=UTF-8"))
                    .contains(MediaType.parseMediaType("text/plain;charset=UTF-8"));
            assertThat(resolve(resolver, "redirect:/hello")).isInstanceOf(RedirectView.class);
            assertThat(resolve(resolver, "nothing")).isNull();
            assertThat(resolve(resolver, "../templates/hello")).isNull();
        });
    }

    @Test
    void readsTemplatesOffTheCallersThreadUntilTheyAreKnown() {
        runner.run(context -> {
            KidaReactiveViewResolver resolver = context.getBean(KidaReactiveViewResolver.class);

            assertThat(threadThatResolves(resolver)).startsWith("boundedElastic");
            assertThat(threadThatResolves(resolver))
                    .isEqualTo(Thread.currentThread().getName());
        });
    }

    @Test
    void viewNamesOrderAndContentTypeAreConfigurable() {
        runner.withPropertyValues("kida.view-names=error/*", "kida.order=7").run(context -> {
            KidaReactiveViewResolver resolver = context.getBean(KidaReactiveViewResolver.class);
            assertThat(resolver.getOrder()).isEqualTo(7);
            assertThat(resolve(resolver, "hello")).isNull();
            assertThat(resolve(resolver, "error/5xx")).isNotNull();
        });
        runner.withPropertyValues("kida.content-type=application/xml", "kida.reactive.media-types=text/xml")
                .run(context -> assertThat(resolve(context.getBean(KidaReactiveViewResolver.class), "hello")
                                .getSupportedMediaTypes())
                        .containsExactly(
                                MediaType.parseMediaType("application/xml;charset=UTF-8"),
                                MediaType.parseMediaType("text/xml;charset=UTF-8")));
    }

    @Test
    void backsOffByName() {
        ViewResolver own = (name, locale) -> Mono.empty();

        runner.withBean("kidaReactiveViewResolver", ViewResolver.class, () -> own)
                .run(context -> assertThat(context).doesNotHaveBean(KidaReactiveViewResolver.class));
    }

    private static String threadThatResolves(ViewResolver resolver) {
        return resolver.resolveViewName("hello", Locale.ENGLISH)
                .map(view -> Thread.currentThread().getName())
                .block();
    }

    private static View resolve(ViewResolver resolver, String name) {
        return resolver.resolveViewName(name, Locale.ENGLISH).block();
    }
}
