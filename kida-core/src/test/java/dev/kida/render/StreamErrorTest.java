package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.TemplateException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** A page that fails after part of it was sent breaks off, or ends with a block of its own. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamErrorTest {

    private static final String BLOCK = "{% fragment stream_error %}<p>{{ error.message }} {{ title }}</p>{% end %}";

    private final KidaEngine engine =
            KidaEngine.builder().onStreamError("stream_error").build();

    private static String page(Template template, Map<String, ?> model) {
        return String.join(
                "", Flux.from(template.renderStreamAsync(model)).collectList().block());
    }

    private static Mono<String> failing() {
        return Mono.error(new IllegalStateException("<down>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><body><main>a{% flush %}b{{ await v }}c</main></body></html>|"
                        + "<html><body><main>ab</main>#</body></html>",
                "<body><table><tr><td>1<tr><td>{% flush %}{{ await v }}|<body><table><tr><td>1<tr><td></td></tr></table>#</body>",
                "<body><a href='x{% flush %}{{ await v }}'>|<body><a href='x'></a>#</body>",
                "<body><img{% flush %} alt={{ await v }}>|<body><img alt=>#</body>",
                "<body><!-- x{% flush %}{{ await v }} -->|<body><!-- x-->#</body>",
                "<body><script>let s = '{% flush %}{{ await v }}';</script>|<body><script>let s = '</script>#</body>",
                "<body><{% flush %}{{ await v }}|<body>< #</body>",
                "a{% flush %}b{% try %}c{{ await v }}{% fallback %}{{ 1 / 0 }}{% end %}|ab#0",
            })
    void thePageIsClosedAroundTheBlock(String source, String expected) {
        Template template = engine.fromString(source + BLOCK);

        String page = page(template, Map.of("v", failing(), "title", "T"));

        assertThat(page)
                .isEqualTo(expected.replace("#0", "<p>Division by zero T</p>")
                        .replace("#", "<p>IllegalStateException: &lt;down&gt; T</p>"));
    }

    @Test
    void itKnowsWhatThePageKnew() {
        Template template = engine.fromString(
                "{{ await known }}{% flush %}{{ await v }}{% fragment stream_error %}[{{ other is defined }}]{% end %}");

        String page = page(template, Map.of("known", Mono.just("K"), "other", Mono.never(), "v", failing()));

        assertThat(page).isEqualTo("K[false]");
    }

    @Test
    void itWorksForBytesAndForFailedSections() {
        Template template = engine.fromString("<body>é{% defer %}{{ await v }}{% end %}</body>" + BLOCK);

        StepVerifier.create(Flux.from(template.renderChunks(Map.of("v", failing(), "title", "T")))
                        .map(chunk -> new String(chunk.bytes(), StandardCharsets.UTF_8)))
                .expectNextMatches(shell -> shell.startsWith("<body>é<?start"))
                .expectNext("<p>IllegalStateException: &lt;down&gt; T</p></body>")
                .verifyComplete();
    }

    @Test
    void otherSourcesAreCancelledBeforeTheBlockIsSent() {
        TestPublisher<String> other = TestPublisher.create();
        Template template = engine.fromString("a{% flush %}{{ await v }}{{ await o }}" + BLOCK);
        Map<String, ?> model = Map.of("v", failing(), "o", other.mono(), "title", "T");

        StepVerifier.create(Flux.from(template.renderStreamAsync(model)))
                .expectNext("a")
                .expectNextCount(1)
                .verifyComplete();

        other.assertCancelled();
    }

    @Test
    void aPageOfWhichNothingWasSentFails() {
        StepVerifier.create(engine.fromString("a{{ await v }}" + BLOCK).renderStreamAsync(Map.of("v", failing())))
                .verifyError(TemplateException.class);
        StepVerifier.create(engine.fromString("a{{ nope }}" + BLOCK).renderStreamAsync(Map.of()))
                .verifyError(TemplateException.class);
    }

    @Test
    void aPageWithoutTheBlockBreaksOff() {
        StepVerifier.create(engine.fromString("a{% flush %}{{ nope }}").renderStreamAsync(Map.of()))
                .expectNext("a")
                .verifyError(TemplateException.class);
    }

    @Test
    void aFailureOfTheBlockBreaksThePageOffWithTheFirstFailure() {
        Template template =
                engine.fromString("a{% flush %}{{ first }}{% fragment stream_error %}{{ second }}{% end %}");

        StepVerifier.create(template.renderStreamAsync(Map.of()))
                .expectNext("a")
                .verifyErrorSatisfies(problem -> {
                    assertThat(problem).hasMessageContaining("first");
                    assertThat(problem.getSuppressed()).singleElement().satisfies(second -> assertThat(second)
                            .hasMessageContaining("second"));
                });
    }

    @Test
    void oneRenderMayDecideOtherwise() {
        Template template = engine.fromString("a{% flush %}{{ nope }}" + BLOCK);
        RenderOptions abort = RenderOptions.defaults().withOnStreamError(RenderOptions.ABORT);

        StepVerifier.create(template.renderStreamAsync(Map.of(), abort))
                .expectNext("a")
                .verifyError(TemplateException.class);
    }

    @Test
    void cancellingEndsItToo() {
        Sinks.One<String> never = Sinks.one();
        Template template =
                engine.fromString("a{% flush %}{{ await v }}{% fragment stream_error %}x{% flush %}y{% end %}");

        StepVerifier.create(Flux.from(template.renderStreamAsync(Map.of("v", never.asMono()))))
                .expectNext("a")
                .then(() -> never.tryEmitError(new IllegalStateException("down")))
                .expectNext("x")
                .thenCancel()
                .verify();
    }
}
