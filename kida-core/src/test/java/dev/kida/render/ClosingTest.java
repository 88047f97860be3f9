package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kida.KidaEngine;
import dev.kida.Template;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What a loop opens is closed once, however the loop or the page ends. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClosingTest {

    private final AtomicInteger closed = new AtomicInteger();
    private final KidaEngine engine = KidaEngine.builder().build();

    private final class Rows implements Iterator<Integer>, AutoCloseable {
        private final Iterator<Integer> rows = List.of(1, 2, 3).iterator();

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Integer next() {
            return rows.next();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private List<Map<String, ?>> models() {
        return List.of(
                Map.of("rows", Stream.of(1, 2, 3).onClose(closed::incrementAndGet)),
                Map.of("rows", new Rows()),
                Map.of("rows", (Iterable<Integer>) Rows::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for r in rows %}{{ r }}{% end %}",
                "{% for r in rows %}{{ r }}{{ loop.last }}{% end %}",
                "{% for r in rows %}{{ r }}{% break %}{% end %}",
                "{% for r in rows %}{{ r }}{{ nope }}{% end %}",
                "{% try %}{% for r in rows %}{{ nope }}{% end %}{% fallback %}{% end %}",
                "{% defer %}{% for r in rows %}{{ r }}{{ nope }}{% end %}{% fallback %}f{% end %}",
            })
    void atTheEndOfTheLoopOrOfThePage(String source) {
        Template template = engine.fromString(source);
        for (int i = 0; i < 3; i++) {
            Map<String, ?> straight = models().get(i);
            Map<String, ?> streamed = models().get(i);
            closed.set(0);

            catchThrowable(() -> template.render(straight));
            assertThat(closed).as("straight %s", i).hasValue(1);

            catchThrowable(() -> Flux.from(template.renderStreamAsync(streamed)).blockLast());
            assertThat(closed).as("streamed %s", i).hasValue(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whenTheReaderGoesAway(int kind) {
        Template template = engine.fromString("{% for r in rows %}{{ r }}{% flush %}{% end %}");

        StepVerifier.create(template.renderStreamAsync(models().get(kind)))
                .expectNext("1")
                .thenCancel()
                .verify();

        assertThat(closed).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ rows | list }}",
                "{{ rows | join }}",
                "{% for r in rows | map('string') %}{{ r }}{% end %}",
                "{% for r in rows | batch(2) %}{{ r }}{% end %}",
                "{% for i, r in enumerate(rows) %}{{ r }}{% end %}",
                "{{ [r for r in rows] }}",
                "{{ 4 in rows }}",
                "{{ max(rows) }}",
            })
    void aStreamThatAFilterReadsToItsEnd(String source) {
        Template template = engine.fromString(source);

        template.render(models().get(0));
        assertThat(closed).hasValue(1);

        Flux.from(template.renderStreamAsync(models().get(0))).blockLast();
        assertThat(closed).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ rows | first }}",
                "{{ rows | take(2) }}",
                "{{ 1 in rows }}",
                "{% with rows as a, b, c %}{{ a }}{% end %}",
                "{% try %}{% with rows as a, b %}{{ a }}{% end %}{% fallback %}{% end %}",
            })
    void aStreamOfWhichAPartIsRead(String source) {
        Template template = engine.fromString(source);
        List<Map<String, ?>> models = models();

        template.render(models.get(0));
        assertThat(closed).hasValue(1);
        template.render(models.get(2));
        assertThat(closed).hasValue(2);

        Flux.from(template.renderStreamAsync(models().get(0))).blockLast();
        assertThat(closed).hasValue(3);
    }

    /** The template has it, and may go on with it. */
    @Test
    void anIteratorOfWhichAPartIsReadStaysOpen() {
        Template template = engine.fromString("{{ rows | first }}{{ 2 in rows }}{{ rows | first }}");

        assertThat(template.render(models().get(1))).isEqualTo("1true3");
        assertThat(closed).hasValue(0);
    }

    /** It is not what the loop is over, but what is in it. */
    @Test
    void aStreamInAnOptional() {
        Stream<Integer> rows = Stream.of(1, 2, 3).onClose(closed::incrementAndGet);

        assertThat(engine.fromString("{% for r in rows %}{{ r }}{% break %}{% end %}")
                        .render(Map.of("rows", Optional.of(rows))))
                .isEqualTo("1");
        assertThat(closed).hasValue(1);
    }
}
