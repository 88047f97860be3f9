package dev.kida.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.error.TemplateException;
import dev.kida.load.MapLoader;
import dev.kida.render.ChunkIterator;
import dev.kida.render.RenderOptions;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.FlowAdapters;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What {@code async for} and {@code for} read from, and that it is closed however the loop ends. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SourceKindsTest {

    /** Something with the items a, b, c that says when it is closed. */
    enum Kind {
        FLUX(closed -> Flux.just("a", "b", "c").concatWith(Mono.never()).take(3).doFinally(end -> closed.run())),
        FLOW(closed -> FlowAdapters.toFlowPublisher(Flux.just("a", "b", "c").doFinally(end -> closed.run()))),
        STREAM(closed -> Stream.of("a", "b", "c").onClose(closed)),
        ITERATOR(Closing::new),
        FUTURE_OF_STREAM(closed ->
                CompletableFuture.completedFuture(Stream.of("a", "b", "c").onClose(closed))),
        FUTURE_OF_ITERATOR(closed -> CompletableFuture.completedFuture(new Closing(closed)));

        private final Function<Runnable, Object> make;

        Kind(Function<Runnable, Object> make) {
            this.make = make;
        }
    }

    private static final class Closing implements Iterator<Object>, AutoCloseable {

        private final Iterator<String> items = List.of("a", "b", "c").iterator();
        private final Runnable closed;

        Closing(Runnable closed) {
            this.closed = closed;
        }

        @Override
        public boolean hasNext() {
            return items.hasNext();
        }

        @Override
        public Object next() {
            return items.next();
        }

        @Override
        public void close() {
            closed.run();
        }
    }

    private final AtomicInteger closed = new AtomicInteger();
    private final KidaEngine engine = KidaEngine.builder()
            .loader(new MapLoader(Map.of("rows", "{% async for x in xs %}{{ x }}{% end %}")))
            .build();

    private Flux<String> page(String template, Object xs) {
        return Flux.from(engine.fromString(template)
                .renderStreamAsync(
                        Map.of("xs", xs, "never", Mono.never()),
                        RenderOptions.defaults().withChunkSize(1)));
    }

    private String read(String template, Kind kind) {
        return page(template, kind.make.apply(closed::incrementAndGet))
                .reduce(String::concat)
                .block(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @EnumSource
    void isReadToTheEndAndClosed(Kind kind) {
        assertThat(read("{% async for x in xs %}{{ loop.index }}{{ x }}{% empty %}no{% end %}.", kind))
                .isEqualTo("1a2b3c.");
        assertThat(closed).hasValue(1);
    }

    @Test
    void whatASingleValueHoldsIsReadOneByOne() {
        String template = "{% async for x in xs %}{{ loop.index }}{{ x }}{% empty %}no{% end %}.";
        List<Object> sequences = List.of(
                List.of(7, 8), new int[] {7, 8}, new Integer[] {7, 8}, Optional.of(List.of(7, 8)), Optional.empty());

        assertThat(sequences.stream().map(each -> page(template, Mono.just(each))
                        .reduce(String::concat)
                        .block(Duration.ofSeconds(20))))
                .containsExactly("1728.", "1728.", "1728.", "1728.", "no.");
    }

    @ParameterizedTest
    @EnumSource
    void isClosedByBreak(Kind kind) {
        List<Integer> whenOver = new java.util.ArrayList<>();
        String template = "{% async for x in xs %}{{ x }}{% break %}{% end %}|{% flush %}.";

        page(template, kind.make.apply(closed::incrementAndGet))
                .doOnNext(chunk -> whenOver.add(chunk.equals(".") ? closed.get() : 1))
                .blockLast(Duration.ofSeconds(20));

        assertThat(whenOver).doesNotContain(0);
        assertThat(closed).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void isClosedWhenTheBodyFails(Kind kind) {
        assertThatThrownBy(() -> read("{% async for x in xs %}{{ x }}{{ nope }}{% end %}", kind))
                .isInstanceOf(TemplateException.class);
        assertThat(closed).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void isClosedByAnErrorThatIsCaughtBeforeThePageGoesOn(Kind kind) {
        AtomicInteger atFallback = new AtomicInteger();
        String template =
                "{% try %}{% async for x in xs %}{{ x }}{{ nope }}{% end %}{% fallback %}no{% end %}{{ await never }}";

        page(template, kind.make.apply(closed::incrementAndGet))
                .doOnNext(chunk -> atFallback.set(closed.get()))
                .blockFirst(Duration.ofSeconds(20));

        assertThat(atFallback).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void isClosedWhenTheReaderGoes(Kind kind) {
        String template = "{% async for x in xs %}{{ x }}{% flush %}{{ await never }}{% end %}";

        assertThat(page(template, kind.make.apply(closed::incrementAndGet)).blockFirst(Duration.ofSeconds(20)))
                .isEqualTo("a");
        assertThat(closed).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for x in xs %}{{ x }}{{ loop.last }}{% end %}|{% flush %}.",
                "{% for x in xs %}{{ x }}{% end %}|{% flush %}."
            })
    void aPlainLoopClosesWhatItReadToo(String template) {
        AtomicInteger atTheEnd = new AtomicInteger();

        page(template, new Closing(closed::incrementAndGet))
                .doOnNext(chunk -> atTheEnd.set(closed.get()))
                .blockLast(Duration.ofSeconds(20));

        assertThat(atTheEnd).hasValue(1);
        assertThat(closed).hasValue(1);
    }

    @Test
    void aSequenceThatAnIncludeReadsInALoopIsReadEachTime() {
        Probe rows = new Probe(Probe.Script.of(List.of(1, 2)), null);

        assertThat(page("{% for i in [1, 2] %}{% include 'rows' %}.{% end %}", rows)
                        .reduce(String::concat)
                        .block())
                .isEqualTo("12.12.");
        assertThat(rows.subscriptions()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% async for x in xs %}{{ x }}{% end %}{% async for x in xs %}{{ x }}{% end %}",
                "{% set a = xs %}{% async for x in a %}{{ x }}{% end %}{% async for x in a %}{{ x }}{% end %}",
                "{% def f(s) %}{% async for x in s %}{{ x }}{% end %}{% end %}{{ f(xs) }}{{ f(xs) }}",
                "{% def f(s) %}{% for i in [1, 2] %}{% async for x in s %}{{ x }}{% end %}{% end %}{% end %}{{ f(xs) }}",
                "{% async for x in xs %}{{ x }}{% break %}{% end %}{{ 2 }}{% async for x in xs %}{{ x }}{% end %}",
                "{% async for x in {'s': xs}.s %}{{ x }}{% end %}{% async for x in xs %}{{ x }}{% end %}",
            })
    void aSequenceIsSubscribedOnceHoweverItIsReached(String template) {
        Probe rows = new Probe(Probe.Script.of(List.of(1, 2)), null);

        assertThat(page(template, rows).reduce(String::concat).block()).isEqualTo("1212");
        assertThat(rows.wrong()).isNull();
        assertThat(rows.subscriptions()).isEqualTo(1);
        assertThat(rows.open()).isZero();
    }

    @Test
    void theFirstItemOfASequenceThatIsReadAgainDoesNotEndIt() {
        Probe rows = new Probe(Probe.Script.of(List.of(1, 2)), null);

        assertThat(page("{{ await xs }}:{% async for x in xs %}{{ x }}{% end %}:{{ await xs }}", rows)
                        .reduce(String::concat)
                        .block(Duration.ofSeconds(20)))
                .isEqualTo("1:12:1");
        assertThat(rows.subscriptions()).isEqualTo(1);
    }

    @Test
    void closingAPulledPageFromAnotherThreadEndsItsWait() throws InterruptedException {
        Probe silent = new Probe(Probe.Script.silentAfter(List.of()), null);
        RenderOptions patient = RenderOptions.defaults().withBlockOnAsync(Duration.ofMinutes(5));
        ChunkIterator chunks = engine.fromString("a{{ await xs }}").renderStream(Map.of("xs", silent), patient);
        assertThat(chunks.next()).isEqualTo("a");
        AtomicInteger more = new AtomicInteger(-1);
        Thread reader = new Thread(() -> more.set(chunks.hasNext() ? 1 : 0));
        reader.start();
        while (reader.getState() != Thread.State.WAITING && reader.getState() != Thread.State.TIMED_WAITING) {
            assertThat(reader.isAlive()).isTrue();
        }

        chunks.close();
        reader.join();

        assertThat(more).hasValue(0);
        assertThat(silent.cancelled()).isEqualTo(1);
    }
}
