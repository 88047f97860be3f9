package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Everything that depends on time goes by the clock of the engine. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RenderClockTest {

    private final ManualClock clock = new ManualClock();
    private final KidaEngine engine = KidaEngine.builder()
            .clock(clock)
            .asyncTimeout(Duration.ofSeconds(10))
            .fragmentTtl(Duration.ofSeconds(60))
            .build();

    @Test
    void eachWaitHasItsOwnTime() {
        Sinks.Many<String> rows = Sinks.many().unicast().onBackpressureBuffer();
        Flux<String> page = Flux.from(engine.fromString("{% async for r in rows %}{{ r }}{% end %}")
                .renderStreamAsync(Map.of("rows", rows.asFlux())));

        StepVerifier.create(page)
                .then(() -> clock.advance(Duration.ofSeconds(9)))
                .then(() -> rows.tryEmitNext("a"))
                .expectNext("a")
                .then(() -> clock.advance(Duration.ofSeconds(9)))
                .then(() -> rows.tryEmitNext("b"))
                .expectNext("b")
                .then(() -> clock.advance(Duration.ofSeconds(10)))
                .verifyErrorSatisfies(RenderClockTest::isTimeout);

        assertThat(clock.pending()).isZero();
    }

    @Test
    void aReaderThatIsTooSlowMeetsTheDeadlineAtTheNextChunk() {
        RenderOptions options = RenderOptions.defaults().withChunkSize(1).withDeadline(Duration.ofSeconds(5));
        ChunkIterator chunks =
                engine.fromString("{% for i in 1..1000 %}{{ i }},{% endfor %}").renderStream(Map.of(), options);
        assertThat(chunks.next()).isNotEmpty();

        clock.advance(Duration.ofSeconds(6));

        assertThatThrownBy(() -> chunks.forEachRemaining(chunk -> {})).satisfies(RenderClockTest::isTimeout);
    }

    @Test
    void timeGoesOnWithoutDemand() {
        Flux<String> page = Flux.from(engine.fromString("a{{ await v }}").renderStreamAsync(Map.of("v", Mono.never())));

        StepVerifier.create(page, 1)
                .expectNext("a")
                .thenRequest(1)
                .then(() -> clock.advance(Duration.ofSeconds(10)))
                .verifyErrorSatisfies(RenderClockTest::isTimeout);
    }

    @Test
    void aTimeoutCanBeCaught() {
        Flux<String> page =
                Flux.from(engine.fromString("{% try %}{{ await v }}{% fallback e %}{{ e.message }}{% end %}")
                        .renderStreamAsync(Map.of("v", Mono.never())));

        StepVerifier.create(page)
                .then(() -> clock.advance(Duration.ofSeconds(10)))
                .expectNext("No value came from the asynchronous value &#39;v&#39; within 10000 ms")
                .verifyComplete();
    }

    @Test
    void theDeadlineCountsFromTheStart() {
        Sinks.One<String> first = Sinks.one();
        RenderOptions options = RenderOptions.defaults().withDeadline(Duration.ofSeconds(5));
        Flux<String> page = Flux.from(engine.fromString("{{ await a }}{{ await b }}")
                .renderStreamAsync(Map.of("a", first.asMono(), "b", Mono.never()), options));

        StepVerifier.create(page)
                .then(() -> clock.advance(Duration.ofSeconds(3)))
                .then(() -> first.tryEmitValue("A"))
                .expectNext("A")
                .then(() -> clock.advance(Duration.ofSeconds(2)))
                .verifyErrorSatisfies(RenderClockTest::isTimeout);
    }

    @Test
    void aBlockedThreadIsWoken() {
        RenderOptions patient = RenderOptions.defaults().withBlockOnAsync(Duration.ofSeconds(7));

        CompletableFuture<String> page = CompletableFuture.supplyAsync(
                () -> engine.fromString("{% try %}{{ await v }}{% fallback %}late{% end %}")
                        .render(Map.of("v", Mono.never()), patient));
        while (clock.pending() == 0) {
            Thread.onSpinWait();
        }
        clock.advance(Duration.ofSeconds(7));

        assertThat(page.join()).isEqualTo("late");
    }

    @Test
    void fragmentsAge() {
        AtomicInteger made = new AtomicInteger();
        Map<String, ?> model = Map.of("make", (Supplier<Object>) made::incrementAndGet);
        String source = "{% cache 'k' %}{{ make() }}{% end %}";

        assertThat(engine.fromString(source).render(model)).isEqualTo("1");
        clock.advance(Duration.ofSeconds(59));
        assertThat(engine.fromString(source).render(model)).isEqualTo("1");
        clock.advance(Duration.ofSeconds(2));
        assertThat(engine.fromString(source).render(model)).isEqualTo("2");
    }

    private static void isTimeout(Throwable problem) {
        assertThat(problem).isInstanceOfSatisfying(TemplateException.class, failure -> assertThat(failure.getCode())
                .isEqualTo(ErrorCode.K_ASY_001));
    }
}
