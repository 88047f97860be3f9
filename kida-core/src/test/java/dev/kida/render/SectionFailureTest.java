package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.TemplateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** A section that fails lets go at once of everything that was started for it, also by the sections inside it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SectionFailureTest {

    /** The slow part of a section that fails, around another one. */
    private static final String NESTED =
            "<body>{% defer %}{% defer %}INNER{% end %}{{ await bad }}{% fallback %}failed{% end %}{{ await page }}</body>";

    private final ManualClock clock = new ManualClock();
    private final KidaEngine engine = KidaEngine.builder()
            .clock(clock)
            .asyncTimeout(Duration.ofSeconds(5))
            .build();
    private final Sinks.One<String> bad = Sinks.one();
    private final Sinks.One<String> rest = Sinks.one();
    private final TestPublisher<String> inner = TestPublisher.create();
    private final AtomicInteger closed = new AtomicInteger();

    private Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("bad", bad.asMono());
        model.put("page", rest.asMono());
        model.put("make", (Supplier<Object>) inner::mono);
        model.put("many", (Supplier<Object>) inner::flux);
        model.put(
                "stream", (Supplier<Object>) () -> IntStream.range(0, 9).boxed().onClose(closed::incrementAndGet));
        return model;
    }

    private Flux<String> page(String innerPart, Map<String, Object> model) {
        Template template = engine.fromString(NESTED.replace("INNER", innerPart));
        return Flux.from(template.renderStreamAsync(model));
    }

    // ---- nested sections ------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ await make() }}",
                "{% async for x in many() %}{{ x }}{% end %}",
                "{% async for x in stream() %}{{ await make() }}{% end %}",
                "{% for x in stream() %}{% async for y in many() %}{{ y }}{% end %}{% end %}",
                "{% def c() %}{% for x in stream() %}{{ await make() }}{% end %}{% end %}{{ c() }}",
                "{% defer %}{% async for x in many() %}{{ x }}{% end %}{% end %}",
                "{% filter upper %}{% defer %}{% async for x in many() %}{{ x }}{% end %}{% end %}{% end %}",
                "{{ await v }}",
                "{% async for x in vs %}{{ x }}{% end %}",
            })
    void whatASectionInsideWaitsForIsCancelledAtOnce(String innerPart) {
        Map<String, Object> model = model();
        model.put("v", inner.mono());
        model.put("vs", inner.flux());

        StepVerifier.create(page(innerPart, model))
                .expectNextCount(1)
                .then(() -> inner.assertWasSubscribed())
                .then(inner::assertNotCancelled)
                .then(() -> bad.tryEmitError(new IllegalStateException("down")))
                .then(() -> {
                    inner.assertCancelled();
                    assertThat(closed).hasValue(innerPart.contains("stream") ? 1 : 0);
                })
                .then(() -> rest.tryEmitValue("."))
                .thenConsumeWhile(chunk -> true)
                .verifyComplete();
    }

    @Test
    void aSectionThatTakesTooLongTakesThoseInsideWithIt() {
        TestPublisher<String> quick = TestPublisher.create();
        Map<String, Object> model = model();
        model.put("quick", quick.flux());

        StepVerifier.create(page("{% async for q in quick %}{{ q }}{% end %}", model))
                .expectNextCount(1)
                .then(() -> clock.advance(Duration.ofSeconds(3)))
                .then(() -> rest.tryEmitValue("."))
                .then(() -> quick.next("1"))
                .then(() -> clock.advance(Duration.ofSeconds(3)))
                .then(quick::assertCancelled)
                .thenConsumeWhile(chunk -> true)
                .verifyComplete();
    }

    @Test
    void aSourceThatOthersWaitForStays() {
        Map<String, Object> model = model();
        Mono<String> both = inner.mono();
        model.put("make", (Supplier<Object>) () -> both);
        Template template =
                engine.fromString(NESTED.replace("INNER", "{{ await make() }}").replace("await page", "await make()"));

        StepVerifier.create(Flux.from(template.renderStreamAsync(model)))
                .expectNextCount(1)
                .then(() -> bad.tryEmitError(new IllegalStateException("down")))
                .then(inner::assertNotCancelled)
                .then(() -> inner.emit("both"))
                .expectNext("both")
                .thenConsumeWhile(chunk -> true)
                .verifyComplete();
    }

    @Test
    void aModelAttributeThatThePageReadsLaterStays() {
        Map<String, Object> model = model();
        model.put("v", inner.mono());
        Template template =
                engine.fromString(NESTED.replace("INNER", "{{ await v }}").replace("</body>", "{{ await v }}</body>"));

        StepVerifier.create(Flux.from(template.renderStreamAsync(model)))
                .expectNextCount(1)
                .then(() -> bad.tryEmitError(new IllegalStateException("down")))
                .then(inner::assertNotCancelled)
                .then(() -> rest.tryEmitValue("."))
                .expectNext(".")
                .then(() -> inner.emit("later"))
                .expectNext("later")
                .thenConsumeWhile(chunk -> true)
                .verifyComplete();
    }

    @Test
    void whoComesToWantACancelledValueStartsItAnew() {
        List<TestPublisher<String>> subscribed = new ArrayList<>();
        Mono<String> cold = Mono.defer(() -> {
            TestPublisher<String> one = TestPublisher.create();
            subscribed.add(one);
            return one.mono();
        });
        Map<String, Object> model = model();
        model.put("make", (Supplier<Object>) () -> cold);
        Template template = engine.fromString(
                NESTED.replace("INNER", "{{ await make() }}").replace("</body>", "{{ await make() }}</body>"));

        StepVerifier.create(Flux.from(template.renderStreamAsync(model)))
                .expectNextCount(1)
                .then(() -> bad.tryEmitError(new IllegalStateException("down")))
                .then(() -> subscribed.get(0).assertCancelled())
                .then(() -> rest.tryEmitValue("."))
                .expectNext(".")
                .then(() -> subscribed.get(1).emit("anew"))
                .expectNext("anew")
                .thenConsumeWhile(chunk -> true)
                .verifyComplete();
    }

    // ---- in place -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {"{% for x in stream() %}{{ nope }}{% end %}", "{% async for x in many() %}{{ nope }}{% end %}"})
    void aFailureInPlaceEndsTheLoopsOfTheSection(String body) {
        Template template = engine.fromString(
                "{% try %}{% defer %}" + body + "{% end %}{% fallback %}f{% end %}" + "{{ await page }}");

        StepVerifier.create(Flux.from(template.renderStreamAsync(model())))
                .then(() -> {
                    if (body.contains("many")) {
                        inner.next("x");
                        inner.assertCancelled();
                    }
                })
                .expectNext("f")
                .then(() -> assertThat(closed).hasValue(body.contains("stream") ? 1 : 0))
                .then(() -> rest.tryEmitValue("."))
                .expectNext(".")
                .verifyComplete();
    }

    @Test
    void aFailureInPlaceEndsTheLoopsOfTheSectionInAPlainRenderToo() {
        Template template = engine.fromString("{% try %}{% defer %}{% for x in stream() %}{{ nope }}{% end %}{% end %}"
                + "{% fallback %}f{% end %}{{ closed() }}");
        Map<String, Object> model = model();
        model.put("closed", (Supplier<Object>) closed::get);

        assertThat(template.render(model)).isEqualTo("f1");
    }

    // ---- those who watch ------------------------------------------------------------------------------------------

    @Test
    void aPageThatBreaksOffEndsItsSections() {
        List<String> ends = new ArrayList<>();
        KidaEngine watched =
                KidaEngine.builder().renderListener(start -> sections(ends)).build();
        Template template =
                watched.fromString("{% defer %}{{ await bad }}{% end %}\n{% defer %}{{ await make() }}{% end %}", "p");

        StepVerifier.create(Flux.from(template.renderStreamAsync(model())))
                .expectNextCount(1)
                .then(() -> bad.tryEmitError(new IllegalStateException("down")))
                .verifyError(TemplateException.class);

        assertThat(ends).containsExactly("p:1 ERROR", "p:2 CANCELLED");
    }

    private static RenderWatch sections(List<String> ends) {
        return new RenderWatch() {
            @Override
            public AwaitWatch onAwait(Awaited awaited) {
                return (outcome, failure) -> {
                    if (awaited.kind() == Awaited.Kind.SECTION) {
                        ends.add(awaited.name() + " " + outcome);
                    }
                };
            }
        };
    }

    @Test
    void aSectionIsTimedOutOrCancelledWithTheOneAroundIt() {
        List<String> ends = new ArrayList<>();
        KidaEngine watched = KidaEngine.builder()
                .clock(clock)
                .asyncTimeout(Duration.ofSeconds(5))
                .renderListener(start -> sections(ends))
                .build();
        Template template = watched.fromString(
                "{% defer %}\n{% defer %}{% async for x in many() %}{{ x }}{% end %}{% end %}{{ await bad }}"
                        + "{% fallback %}f{% end %}\n{% defer %}ok{% end %}",
                "p");

        StepVerifier.create(Flux.from(template.renderStreamAsync(model())))
                .expectNextCount(2)
                .then(() -> assertThat(ends).containsExactly("p:3 SUCCESS"))
                .then(() -> clock.advance(Duration.ofSeconds(3)))
                .then(() -> inner.next("1"))
                .then(() -> clock.advance(Duration.ofSeconds(3)))
                .thenConsumeWhile(chunk -> true)
                .verifyComplete();

        assertThat(ends).containsExactly("p:3 SUCCESS", "p:1 TIMEOUT", "p:2 CANCELLED");
    }
}
