package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.error.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What the host surrounds the steps of a render with is there wherever code of the template runs. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StepScopeTest {

    private static final ThreadLocal<String> USER = new ThreadLocal<>();

    private final List<String> events = new ArrayList<>();

    private StepScope.Open restore(RenderOptions options) {
        String before = USER.get();
        USER.set((String) options.attributes().get("user"));
        return () -> USER.set(before);
    }

    @Test
    void threadLocalsAreThereOnEveryThreadAndOnlyThere() {
        KidaEngine engine = KidaEngine.builder().stepScope(this::restore).build();
        Sinks.One<String> elsewhere = Sinks.one();
        Mono<String> source = Mono.fromSupplier(USER::get);
        RenderOptions options = RenderOptions.defaults().withAttribute("user", "ada");
        Map<String, ?> model = Map.of("user", (Supplier<Object>) USER::get, "v", elsewhere.asMono(), "source", source);

        Flux<String> page = Flux.from(engine.fromString(
                        "{{ user() }}{{ await source }}{{ await v }}{{ user() }}{% defer %}{{ user() }}{% end %}")
                .renderStreamAsync(model, options.withOutOfOrder(OutOfOrder.NEVER)));

        StepVerifier.create(page.doOnNext(chunk -> assertThat(USER.get()).isNull()))
                .expectNext("adaada")
                .then(() -> Schedulers.parallel().schedule(() -> elsewhere.tryEmitValue("|")))
                .expectNext("|adaada")
                .verifyComplete();
        assertThat(USER.get()).isNull();
    }

    @Test
    void scopesNestAndCloseAlsoAfterFailures() {
        KidaEngine engine = KidaEngine.builder()
                .stepScope(options -> noted("outer"))
                .stepScope(options -> null)
                .stepScope(options -> noted("inner"))
                .build();
        Sinks.One<String> value = Sinks.one();

        StepVerifier.create(Flux.from(
                        engine.fromString("{{ await v }}{{ nope }}").renderStreamAsync(Map.of("v", value.asMono()))))
                .then(() -> value.tryEmitValue("x"))
                .verifyError(TemplateException.class);

        assertThat(events)
                .hasSizeGreaterThanOrEqualTo(8)
                .startsWith("+outer", "+inner", "-inner", "-outer")
                .endsWith("+outer", "+inner", "-inner", "-outer");
    }

    private StepScope.Open noted(String name) {
        events.add("+" + name);
        return () -> events.add("-" + name);
    }
}
