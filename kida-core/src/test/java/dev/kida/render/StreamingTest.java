package dev.kida.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** What a page that streams promises to its reader and to its sources. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamingTest {

    private static final RenderOptions WAITING = RenderOptions.defaults().withBlockOnAsync(Duration.ofSeconds(10));

    private final KidaEngine engine = KidaEngine.builder().build();

    private Flux<String> stream(String source, Map<String, ?> model) {
        return Flux.from(engine.fromString(source).renderStreamAsync(model));
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    // ---- chunks ---------------------------------------------------------------------------------------------------

    @Test
    void handsOverWhatIsThereBeforeItWaits() {
        Sinks.One<String> name = Sinks.one();

        StepVerifier.create(stream("<h1>Hello</h1>{{ await name }}!", Map.of("name", name.asMono())))
                .expectNext("<h1>Hello</h1>")
                .then(() -> name.tryEmitValue("<Ada>"))
                .expectNext("&lt;Ada&gt;!")
                .verifyComplete();
    }

    @Test
    void doesNotFlushItemsThatAreThereAlready() {
        Flux<Integer> ready = Flux.range(0, 100);

        StepVerifier.create(stream("<{% async for x in xs %}{{ x }},{% end %}>", Map.of("xs", ready)))
                .assertNext(page -> assertThat(page).startsWith("<0,1,").endsWith("99,>"))
                .verifyComplete();
    }

    @Test
    void asksForAFlushEvenWhenAllTextIsOnItsWay() {
        Sinks.One<String> name = Sinks.one();
        Template template = engine.fromString("{% for x in xs %}0123456789{% end %}{{ await name }}");
        RenderOptions options = RenderOptions.defaults().withChunkSize(10);

        StepVerifier.create(Flux.from(template.renderChunks(Map.of("xs", numbers(1), "name", name.asMono()), options)))
                .assertNext(chunk -> assertThat(chunk.flush()).isFalse())
                .assertNext(chunk -> {
                    assertThat(chunk.bytes()).isEmpty();
                    assertThat(chunk.flush()).isTrue();
                })
                .then(() -> name.tryEmitValue("!"))
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void cutsLongPagesAtTheChunkSize() {
        Template template = engine.fromString("{% for x in xs %}0123456789{% end %}");
        RenderOptions options = RenderOptions.defaults().withChunkSize(100);

        StepVerifier.create(Flux.from(template.renderStreamAsync(Map.of("xs", numbers(1000)), options)))
                .recordWith(ArrayList::new)
                .thenConsumeWhile(chunk -> chunk.length() < 200)
                .consumeRecordedWith(chunks -> assertThat(chunks).hasSizeBetween(50, 100))
                .verifyComplete();
    }

    @Test
    void marksBoundariesAndTheLastChunk() {
        Sinks.One<String> name = Sinks.one();
        Template template = engine.fromString("a{% flush %}é{{ await name }}b");

        StepVerifier.create(Flux.from(template.renderChunks(Map.of("name", name.asMono()))))
                .assertNext(chunk -> assertChunk(chunk, "a", true, false))
                .assertNext(chunk -> assertChunk(chunk, "é", true, false))
                .then(() -> name.tryEmitValue("N"))
                .assertNext(chunk -> assertChunk(chunk, "Nb", false, true))
                .verifyComplete();
    }

    private static void assertChunk(Chunk chunk, String text, boolean flush, boolean last) {
        assertThat(new String(chunk.bytes(), UTF_8)).isEqualTo(text);
        assertThat(chunk.last()).isEqualTo(last);
        if (!last) {
            assertThat(chunk.flush()).isEqualTo(flush);
        }
    }

    @Test
    void aPageWithoutWaitsIsOneLastChunk() {
        StepVerifier.create(Flux.from(engine.fromString("all{{ x }}").renderChunks(Map.of("x", 1))))
                .assertNext(chunk -> assertChunk(chunk, "all1", false, true))
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% block b %}<{{ await v }}>{% end %}",
                "{% def f(x) %}<{{ await v }}{{ x }}>{% end %}{{ f(1) }}{{ f(await v) }}",
                "{% def f() %}[{% slot %}]{% end %}{% call f() %}{{ await v }}{% end %}",
                "{% capture c %}<{{ await v }}>{% end %}{{ c }}{{ c }}",
                "{% try %}<{{ await v }}{{ nope }}>{% fallback %}no{% end %}",
                "{% for x in [1, 2] %}{% async for y in items %}{{ x }}{{ y }}{{ loop.index }} {% end %}{% end %}",
                "{% filter upper %}{{ await v }}{% end %}",
                "{{ [await v, 1 + 2, (await v) ~ 'x'] | join('-') }}",
                "{{ 'yes' if (await v) == 'val' and nul is none else nope }}",
                "{{ missing ?? await v }}{{ nul ?? 'n' }}{{ missing | default(await v) }}",
                "{% let a = await v %}{% for c in a %}{{ c }}{% if loop.last %}.{% end %}{% end %}",
            })
    void waitsAnywhereAndGivesTheBufferedText(String source) {
        Map<String, Object> model = new java.util.HashMap<>();
        model.put("v", Mono.just("val").delayElement(Duration.ofMillis(2)));
        model.put("items", Flux.just("a", "b").delayElements(Duration.ofMillis(2)));
        model.put("nul", null);
        Map<String, Object> ready = new java.util.HashMap<>(model);
        ready.put("v", CompletableFuture.completedFuture("val"));
        ready.put("items", Flux.just("a", "b"));
        Template template = engine.fromString(source);

        String streamed = String.join(
                "", Flux.from(template.renderStreamAsync(model)).collectList().block());

        assertThat(streamed).isEqualTo(template.render(ready, WAITING)).isNotEmpty();
    }

    // ---- demand ---------------------------------------------------------------------------------------------------

    @Test
    void doesNothingBeforeItIsAsked() {
        AtomicInteger subscriptions = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        Mono<String> source = Mono.just("v").doOnSubscribe(s -> subscriptions.incrementAndGet());
        Flux<String> page = stream(
                "{% for x in xs %}{{ x }}{% flush %}{% end %}{{ await v }}",
                Map.of("xs", counting(taken), "v", source));

        StepVerifier.create(page, 0)
                .expectSubscription()
                .then(() -> assertThat(taken).hasValue(0))
                .then(() -> assertThat(subscriptions).hasValue(0))
                .thenCancel()
                .verify();
    }

    @Test
    void aSlowReaderStopsAPlainLoop() {
        AtomicInteger taken = new AtomicInteger();

        StepVerifier.create(stream("{% for x in xs %}{{ x }}{% flush %}{% end %}", Map.of("xs", counting(taken))), 0)
                .thenRequest(1)
                .expectNext("0")
                .then(() -> assertThat(taken.get()).isLessThanOrEqualTo(2))
                .thenRequest(3)
                .expectNext("1", "2", "3")
                .then(() -> assertThat(taken.get()).isLessThanOrEqualTo(5))
                .thenCancel()
                .verify();
    }

    /** Numbers without an end. */
    private static Iterable<Integer> counting(AtomicInteger taken) {
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Integer next() {
                return taken.getAndIncrement();
            }
        };
    }

    @Test
    void aSlowReaderStopsTheSource() {
        AtomicLong requested = new AtomicLong();
        AtomicInteger sent = new AtomicInteger();
        Flux<Integer> rows =
                Flux.range(0, 1_000_000).doOnRequest(requested::addAndGet).doOnNext(row -> sent.incrementAndGet());
        Template template = engine.fromString("{% async for x in xs %}{{ x }}{% flush %}{% end %}");

        StepVerifier.create(Flux.from(template.renderStreamAsync(Map.of("xs", rows))), 0)
                .thenRequest(5)
                .expectNextCount(5)
                .then(() -> assertThat(sent.get()).isLessThan(1000))
                .then(() -> assertThat(requested.get()).isLessThan(1000))
                .thenCancel()
                .verify();
    }

    @Test
    void longPagesDoNotDeepenTheStack() {
        int count = 200_000;
        AtomicLong length = new AtomicLong();

        StepVerifier.create(stream("{% async for x in xs %}x{% flush %}{% end %}", Map.of("xs", Flux.range(0, count)))
                        .doOnNext(chunk -> length.addAndGet(chunk.length()))
                        .then())
                .verifyComplete();
        assertThat(length).hasValue(count);
    }

    @RepeatedTest(20)
    void demandFromAnotherThreadLosesNothing() {
        Flux<Integer> rows = Flux.range(0, 5000).publishOn(Schedulers.parallel());
        Template template = engine.fromString("{% async for x in xs %}{{ x }} {% end %}");
        RenderOptions options = RenderOptions.defaults().withChunkSize(16);

        List<String> chunks = Flux.from(template.renderStreamAsync(Map.of("xs", rows), options))
                .publishOn(Schedulers.boundedElastic(), 2)
                .collectList()
                .block(Duration.ofSeconds(30));

        assertThat(String.join("", chunks))
                .isEqualTo(numbers(5000).stream().map(n -> n + " ").collect(Collectors.joining()));
    }

    // ---- sources --------------------------------------------------------------------------------------------------

    @Test
    void sourcesStartTogether() {
        StepVerifier.withVirtualTime(() -> stream(
                                "{{ await a }}{{ await b }}{% async for c in cs %}{{ c }}{% end %}",
                                Map.of(
                                        "a", Mono.delay(Duration.ofSeconds(1)).thenReturn("a"),
                                        "b", Mono.delay(Duration.ofSeconds(1)).thenReturn("b"),
                                        "cs",
                                                Flux.interval(Duration.ofMillis(250))
                                                        .take(4)))
                        .collectList()
                        .map(chunks -> String.join("", chunks)))
                .thenAwait(Duration.ofMillis(1001))
                .expectNext("ab0123")
                .verifyComplete();
    }

    @Test
    void subscribesOnlyToWhatTheTemplateUses() {
        AtomicInteger subscriptions = new AtomicInteger();
        Mono<String> unused = Mono.just("x").doOnSubscribe(s -> subscriptions.incrementAndGet());

        StepVerifier.create(stream("{{ await a }}", Map.of("a", Mono.just("a"), "unused", unused)))
                .expectNext("a")
                .verifyComplete();
        assertThat(subscriptions).hasValue(0);
    }

    @Test
    void everySubscriberGetsARenderOfItsOwn() {
        AtomicInteger calls = new AtomicInteger();
        Flux<String> page =
                stream("{{ await n }}{{ await n }}", Map.of("n", Mono.fromCallable(calls::incrementAndGet)));

        assertThat(page.collectList().block()).containsExactly("11");
        assertThat(page.collectList().block()).containsExactly("22");
    }

    @Test
    void aCancelledReaderCancelsEverySource() {
        TestPublisher<String> first = TestPublisher.create();
        TestPublisher<String> second = TestPublisher.create();

        StepVerifier.create(stream(
                        "a{{ await x }}{% async for y in ys %}{{ y }}{% end %}",
                        Map.of("x", first.mono(), "ys", second.flux())))
                .expectNext("a")
                .thenCancel()
                .verify();

        first.assertCancelled();
        second.assertCancelled();
    }

    @Test
    void aBrokenLoopCancelsItsSource() {
        TestPublisher<Integer> source = TestPublisher.create();

        StepVerifier.create(stream(
                        "{% async for x in xs %}{% if x == 2 %}{% break %}{% end %}{{ x }}{% end %}.",
                        Map.of("xs", source.flux())))
                .then(() -> source.next(1))
                .expectNext("1")
                .then(() -> source.next(2))
                .expectNext(".")
                .verifyComplete();
        source.assertCancelled();
    }

    @Test
    void anErrorCancelsTheOtherSources() {
        TestPublisher<String> other = TestPublisher.create();

        StepVerifier.create(stream(
                        "{{ await x }}{{ await y }}",
                        Map.of("x", Mono.error(new IllegalStateException("db")), "y", other.mono())))
                .verifyError(TemplateRuntimeException.class);
        other.assertCancelled();
    }

    // ---- errors ---------------------------------------------------------------------------------------------------

    @Test
    void aFailingSourceFailsThePageWithItsPlace() {
        IllegalStateException cause = new IllegalStateException("database down");

        StepVerifier.create(stream(
                        "head\n{% flush %}{% async for x in xs %}{{ x }}{% end %}", Map.of("xs", Flux.error(cause))))
                .expectNext("head\n")
                .consumeErrorWith(e -> {
                    assertThat(e).isInstanceOf(TemplateRuntimeException.class).hasRootCause(cause);
                    assertThat(((TemplateException) e).getLine()).isEqualTo(2);
                })
                .verify();
    }

    @Test
    void anErrorBoundaryTakesBackWhatItHeld() {
        Flux<String> failing = Flux.concat(Flux.just("x"), Flux.error(new IllegalStateException("gone")));

        StepVerifier.create(stream(
                                "a{% try %}b{% async for x in xs %}{{ x }}{% flush %}{% end %}{% fallback e %}[{{ e.message }}]{% end %}c",
                                Map.of("xs", failing))
                        .reduce(String::concat))
                .assertNext(page ->
                        assertThat(page).startsWith("a[").contains("gone").endsWith("]c"))
                .verifyComplete();
    }

    @Test
    void aWaitIsBoundedByTheTimeout() {
        Template template = engine.fromString("a{{ await never }}");
        RenderOptions options = RenderOptions.defaults().withAsyncTimeout(Duration.ofMillis(30));

        StepVerifier.create(Flux.from(template.renderStreamAsync(Map.of("never", Mono.never()), options)))
                .expectNext("a")
                .consumeErrorWith(e ->
                        assertThat(((TemplateException) e).getCode().code()).isEqualTo("K-ASY-001"))
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void aBlockingRenderMayWaitWhenItIsTold() {
        Template template = engine.fromString("<{{ await v }}>");
        Map<String, ?> model = Map.of("v", Mono.just("late").delayElement(Duration.ofMillis(20)));

        assertThat(template.render(model, WAITING)).isEqualTo("<late>");
    }

    // ---- implicit await -------------------------------------------------------------------------------------------

    @Test
    void modelAttributesAreAwaitedImplicitly() {
        KidaEngine implicit = KidaEngine.builder().autoAwait(true).build();
        Sinks.One<String> title = Sinks.one();
        Sinks.Many<String> rows = Sinks.many().unicast().onBackpressureBuffer();
        Template template = implicit.fromString(
                "<h1>{{ title | upper }}</h1>{{ 'y' if rows is defined }}<ul>{% for r in rows %}<li>{{ r }}</li>{% end %}</ul>");

        StepVerifier.create(
                        Flux.from(template.renderStreamAsync(Map.of("title", title.asMono(), "rows", rows.asFlux()))))
                .expectNext("<h1>")
                .then(() -> title.tryEmitValue("shop"))
                .expectNext("SHOP</h1>y<ul>")
                .then(() -> rows.tryEmitNext("one"))
                .expectNext("<li>one</li>")
                .then(() -> rows.tryEmitNext("two"))
                .expectNext("<li>two</li>")
                .then(rows::tryEmitComplete)
                .expectNext("</ul>")
                .verifyComplete();
    }

    @Test
    void aLoopThatNeedsTheLengthCollectsFirst() {
        KidaEngine implicit = KidaEngine.builder().autoAwait(true).build();
        Template template = implicit.fromString(
                "{% for r in rows %}{{ r }}/{{ loop.length }}{% end %} {{ rows | length }} {{ empty ?? 'none' }}");
        Flux<String> rows = Flux.just("a", "b").delayElements(Duration.ofMillis(2));

        assertThat(Flux.from(template.renderStreamAsync(Map.of("rows", rows, "empty", Mono.empty())))
                        .reduce(String::concat)
                        .block())
                .isEqualTo("a/2b/2 2 none");
    }
}
