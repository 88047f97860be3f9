package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Components that wait for their arguments, and loops that unpack what comes. */
class AwaitedArgumentsTest {

    private static String page(boolean autoAwait, String source) {
        Map<String, Object> model = Map.of(
                "m", Mono.just(5).hide(),
                "f", Flux.just(1, 2).hide(),
                "pairs", Flux.just(List.of(1, 2), List.of(3, 4)).hide());
        return KidaEngine.builder()
                .autoAwait(autoAwait)
                .build()
                .fromString(source)
                .renderAsync(model)
                .toCompletableFuture()
                .join();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', textBlock = """
            {% def d(v) %}[{{ await v }}]{% end %}{{ d(m) }}                                       ⇒ [5]
            {% def d(vs) %}{% async for v in vs %}[{{ v }}]{% end %}{% end %}{{ d(f) }}            ⇒ [1][2]
            {% async for a, b in pairs %}{{ a }}{{ b }}<{{ loop.previtem ?? '-' }} {% end %}       ⇒ 12<- 34<1
            {% async for p in pairs %}{{ p[0] }}<{{ loop.previtem ?? '-' }} {% end %}              ⇒ 1<- 3<[1, 2]
            """)
    void meanTheSameWithImplicitAwait(String source, String page) {
        assertThat(page(false, source).strip()).isEqualTo(page);
        assertThat(page(true, source).strip()).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"{{ await 5 }}", "'{% async for v in [1] %}{{ v }}{% end %}'"})
    void refusesToWaitForWhatIsThere(String source) {
        assertThatThrownBy(() -> page(false, source))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(TemplateException.class, error -> assertThat(error.getCode())
                        .isEqualTo(ErrorCode.K_RUN_012));
        assertThat(page(true, source)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', textBlock = """
            {% for i in f if not loop.last %}{{ i }}{% end %}                    ⇒ 1
            {% for i in f if loop.revindex == 1 %}{{ i }}{% end %}               ⇒ 2
            {% for i in f if (loop.length == 2) %}{{ i }}{% end %}               ⇒ 12
            {% for i in f if not loop.first %}{{ i }}{% end %}                   ⇒ 2
            """)
    void collectALoopWhoseFilterNeedsTheLength(String source, String page) {
        assertThat(page(true, source)).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', textBlock = """
            {% region r(x=x) %}{{ x }}{% end %}{{ r() }}     ⇒ 12
            {% region r(x) %}{{ x }}{% end %}{{ r() }}       ⇒ 12
            {% region r(x, y=2) %}{{ x }}{% end %}           ⇒ 12
            """)
    void failAtTheParameterOfARegion(String source, int column) {
        Template template = KidaEngine.builder().autoAwait(true).build().fromString("\n" + source, "page.html");
        Map<String, Object> model = Map.of("x", Mono.delay(Duration.ofMillis(1)).map(tick -> tick / 0));

        assertThatThrownBy(() ->
                        Mono.from(template.renderBlockStreamAsync("r", model)).block())
                .isInstanceOfSatisfying(TemplateException.class, error -> {
                    assertThat(error.getLine()).isEqualTo(2);
                    assertThat(error.getColumn()).isEqualTo(column);
                });
    }

    @Test
    void failAtTheParameterOfARegionThatIsCalled() {
        Template template = KidaEngine.builder()
                .autoAwait(true)
                .build()
                .fromString("\n{% region r(x=x) %}{{ x }}{% end %}\n{{ r() }}", "page.html");

        assertThatThrownBy(() -> template.renderAsync(Map.of("x", Mono.error(new IllegalStateException("down"))))
                        .toCompletableFuture()
                        .join())
                .cause()
                .isInstanceOfSatisfying(TemplateException.class, error -> assertThat(error.getLine())
                        .isEqualTo(2));
    }
}
