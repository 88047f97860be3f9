package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.load.MapLoader;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Publisher;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Streams on threads that must not block; BlockHound, which is installed for all tests, watches them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NonBlockingTest {

    private final KidaEngine engine = KidaEngine.builder()
            .loader(new MapLoader(Map.of(
                    "base.html", "<title>{{ await title }}</title>{% block body %}{% end %}<footer>{{ await title }}",
                    "page.html", """
                            {% extends "base.html" %}
                            {% def card(r) %}<b>{{ r }}</b>{{ await slow }}{% end %}
                            {% block body %}
                            {% async for r in rows %}{{ card(r) }}{% include "part.html" %}{% end %}
                            {% try %}{{ await broken }}{% fallback e %}{{ e.type }}{% end %}
                            {% end %}""",
                    "part.html", "({{ await slow }})")))
            .global("block", blocking())
            .build();

    private static TemplateFunction blocking() {
        return TemplateFunction.of("block", Signature.NONE, (arguments, context) -> {
            try {
                return new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String onParallelThread(Publisher<String> page) {
        return Flux.from(page)
                .subscribeOn(Schedulers.parallel())
                .reduce(String::concat)
                .block(Duration.ofSeconds(30));
    }

    private static Map<String, Object> model() {
        return Map.of(
                "title", Mono.just("T").delayElement(Duration.ofMillis(5)),
                "slow", Mono.just("S").delayElement(Duration.ofMillis(10)),
                "rows", Flux.range(0, 50).delayElements(Duration.ofMillis(1)),
                "broken", Mono.error(new IllegalStateException("x")));
    }

    @Test
    void aPageIsCompiledAndStreamedWithoutBlocking() {
        String page = onParallelThread(engine.getTemplate("page.html").renderStreamAsync(model()));

        assertThat(page)
                .startsWith("<title>T</title>")
                .contains("<b>49</b>S(S)")
                .endsWith("<footer>T");
    }

    @Test
    void theTimeoutOfAWaitDoesNotBlockEither() {
        RenderOptions options = RenderOptions.defaults().withAsyncTimeout(Duration.ofSeconds(5));
        Template template = engine.getTemplate("page.html");

        assertThat(onParallelThread(template.renderStreamAsync(model(), options)))
                .endsWith("<footer>T");
    }

    @Test
    void deferredSectionsAndTheirNamesDoNotBlock() {
        Template template = engine.fromString(
                "<body>{% for i in range(40) %}{% defer %}{{ i }}{{ await slow }}"
                        + "{% loading %}…{% end %}{% end %}{% defer %}{{ await broken }}{% fallback e %}{{ e.type }}{% end %}</body>");

        assertThat(onParallelThread(template.renderStreamAsync(model())))
                .contains("39S</template>", "TemplateRuntimeError</template>")
                .endsWith("</body>");
    }

    @Test
    void theWatchIsOnOnEveryThread() throws InterruptedException {
        Template template = engine.fromString("{{ block() }}");
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread ordinary =
                new Thread(() -> Flux.from(template.renderStreamAsync(Map.of())).subscribe(chunk -> {}, failure::set));
        ordinary.start();
        ordinary.join();

        assertThat(failure.get()).isInstanceOf(BlockingOperationError.class);
    }

    @Test
    void theWatchIsOn() {
        Template template = engine.fromString("{{ block() }}");

        assertThatThrownBy(() -> onParallelThread(template.renderStreamAsync(Map.of())))
                .satisfiesAnyOf(e -> assertThat(e).isInstanceOf(BlockingOperationError.class), e -> assertThat(e)
                        .hasRootCauseInstanceOf(BlockingOperationError.class));
    }
}
