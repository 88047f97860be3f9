package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.TemplateException;
import dev.kida.output.PageSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.publisher.TestPublisher;

/** A page that a blocked thread writes breaks off, or ends with a block of its own, as a published one does. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamErrorSinkTest {

    private static final String BLOCK = "{% fragment stream_error %}<p>{{ error.type }} {{ title }}</p>{% end %}";

    private static final RenderOptions PATIENT = RenderOptions.defaults().withBlockOnAsync(Duration.ofSeconds(30));

    private final KidaEngine engine =
            KidaEngine.builder().autoAwait(true).onStreamError("stream_error").build();

    /** Ways to have a page on one's own thread; each leaves in the text what has come before a failure. */
    private enum Way {
        BYTES {
            @Override
            void render(Template page, Map<String, ?> model, RenderOptions options, StringBuilder text)
                    throws IOException {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try {
                    page.renderTo(model, out, options);
                } finally {
                    text.append(out.toString(StandardCharsets.UTF_8));
                }
            }
        },
        CHARACTERS {
            @Override
            void render(Template page, Map<String, ?> model, RenderOptions options, StringBuilder text)
                    throws IOException {
                page.renderTo(model, text, options);
            }
        },
        ITERATOR {
            @Override
            void render(Template page, Map<String, ?> model, RenderOptions options, StringBuilder text) {
                try (ChunkIterator chunks = page.renderStream(model, options)) {
                    chunks.forEachRemaining(text::append);
                }
            }
        };

        abstract void render(Template page, Map<String, ?> model, RenderOptions options, StringBuilder text)
                throws IOException;

        String page(Template page, Map<String, ?> model, RenderOptions options) {
            StringBuilder text = new StringBuilder();
            try {
                render(page, model, options, text);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
            return text.toString();
        }
    }

    private static Mono<String> failing() {
        return Mono.<String>error(new IllegalStateException("down")).subscribeOn(Schedulers.parallel());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><body><main>é{% flush %}b{{ v }}c</main></body></html>|"
                        + "<html><body><main>éb</main>#</body></html>",
                "<body><table><tr><td>1<tr><td>{% flush %}{{ v }}|<body><table><tr><td>1<tr><td></td></tr></table>#</body>",
                "<body><a href='x{% flush %}{{ v }}'>|<body><a href='x'></a>#</body>",
                "<body><script>let s = '{% flush %}{{ v }}';</script>|<body><script>let s = '</script>#</body>",
                "a{% flush %}b{% try %}c{{ v }}{% fallback %}{{ nope }}{% end %}|ab<p>UndefinedError T</p>",
            })
    void thePageIsClosedAroundTheBlock(String source, String expected) {
        Template template = engine.fromString(source + BLOCK);

        for (Way way : Way.values()) {
            String page = way.page(template, Map.of("v", failing(), "title", "T"), PATIENT);

            assertThat(page).as(way.name()).isEqualTo(expected.replace("#", "<p>TemplateRuntimeError T</p>"));
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aPageThatWaitsForNothingEndsInGoodOrderToo(Way way) {
        Template template = engine.fromString(
                "<ul>{% for i in range(3) %}<li>{{ i }}{% flush %}{{ boom(i) }}{% end %}</ul>" + BLOCK);
        Map<String, Object> model = Map.of("title", "T", "boom", (java.util.function.Function<Object, Object>) i -> {
            if (i.equals(1L)) {
                throw new IllegalStateException("down");
            }
            return "";
        });

        assertThat(way.page(template, model, RenderOptions.defaults()))
                .isEqualTo("<ul><li>0<li>1</li></ul><p>TemplateRuntimeError T</p>");
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = "ITERATOR", mode = EnumSource.Mode.EXCLUDE)
    void aSectionThatFailsIsSuchAFailure(Way way) {
        Template template = engine.fromString("<body>{% defer %}{{ v }}{% end %}.</body>" + BLOCK);

        assertThat(way.page(template, Map.of("v", failing(), "title", "T"), PATIENT))
                .startsWith("<body><?start")
                .endsWith(".<p>TemplateRuntimeError T</p></body>");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatWasNotSentIsAFailureOfTheRender(Way way) {
        Template template = engine.fromString("a{{ nope }}" + BLOCK);
        StringBuilder text = new StringBuilder();

        assertThatThrownBy(() -> way.render(template, Map.of(), PATIENT, text)).isInstanceOf(TemplateException.class);
        assertThat(text).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aPageWithoutTheBlockBreaksOffAndSoDoesOneThatIsToldTo(Way way) {
        RenderOptions abort = RenderOptions.defaults().withOnStreamError(RenderOptions.ABORT);
        StringBuilder text = new StringBuilder();

        assertThatThrownBy(() -> way.render(
                        engine.fromString("a{% flush %}{{ nope }}"), Map.of(), RenderOptions.defaults(), text))
                .isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> way.render(engine.fromString("b{% flush %}{{ nope }}" + BLOCK), Map.of(), abort, text))
                .isInstanceOf(TemplateException.class);
        assertThat(text).hasToString("ab");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aFailureOfTheBlockBreaksThePageOffWithTheFirstFailure(Way way) {
        Template template =
                engine.fromString("a{% flush %}{{ first }}{% fragment stream_error %}{{ second }}{% end %}");
        StringBuilder text = new StringBuilder();

        assertThatThrownBy(() -> way.render(template, Map.of(), RenderOptions.defaults(), text))
                .hasMessageContaining("first")
                .satisfies(problem -> assertThat(problem.getSuppressed())
                        .singleElement()
                        .satisfies(second -> assertThat(second).hasMessageContaining("second")));
        assertThat(text).hasToString("a");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void otherSourcesAreCancelledBeforeTheBlockIsSent(Way way) {
        TestPublisher<String> other = TestPublisher.create();
        boolean[] cancelled = {false};
        Template template =
                engine.fromString("a{% flush %}{{ v }}{{ o }}{% fragment stream_error %}{{ look() }}!{% end %}");
        Supplier<Object> look = () -> {
            cancelled[0] = other.wasCancelled();
            return "";
        };

        assertThat(way.page(template, Map.of("v", failing(), "o", other.mono(), "look", look), PATIENT))
                .isEqualTo("a!");
        assertThat(cancelled).containsExactly(true);
    }

    @Test
    void aTimeoutIsSuchAFailure() {
        Template template = engine.fromString("a{% flush %}{{ v }}{% fragment stream_error %}late{% end %}");
        RenderOptions hasty = RenderOptions.defaults().withBlockOnAsync(Duration.ofMillis(1));

        for (Way way : Way.values()) {
            assertThat(way.page(template, Map.of("v", Mono.never()), hasty)).isEqualTo("alate");
        }
    }

    @Test
    void aBlockOfAPageMayFailSo() throws IOException {
        Template template = engine.fromString("{% block b %}<b>{% flush %}{{ nope }}{% end %}" + BLOCK);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        template.renderBlocksTo(List.of("b"), Map.of("title", "T"), out, RenderOptions.defaults());

        assertThat(out).hasToString("<b></b><p>UndefinedError T</p>");
    }

    /** Holds everything back until its reader wants it. */
    private static final class Holding extends OutputStream implements PageSink {

        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private boolean begun;

        @Override
        public void write(int b) {
            held.write(b);
        }

        @Override
        public void flush() {
            begun = true;
        }

        @Override
        public boolean hasBegun() {
            return begun;
        }
    }

    @Test
    void aSinkMayTakeBackWhatHasNotLeft() throws IOException {
        String rows = "{% for i in range(5000) %}{{ i }}{% end %}";
        Holding held = new Holding();
        Holding sent = new Holding();

        assertThatThrownBy(() -> engine.fromString(rows + "{{ nope }}" + BLOCK).renderTo(Map.of(), held))
                .isInstanceOf(TemplateException.class);
        engine.fromString(rows + "{% flush %}{{ nope }}" + BLOCK).renderTo(Map.of("title", "T"), sent);

        assertThat(held.held.size()).isPositive();
        assertThat(sent.held.toString(StandardCharsets.UTF_8)).endsWith("4999<p>UndefinedError T</p>");
    }

    @Test
    void aSinkThatBreaksGetsNoMore() {
        OutputStream broken = new OutputStream() {
            private int left = 1;

            @Override
            public void write(int b) throws IOException {
                if (left-- <= 0) {
                    throw new IOException("gone");
                }
            }
        };

        assertThatThrownBy(() ->
                        engine.fromString("a{% flush %}b{% flush %}c" + BLOCK).renderTo(Map.of(), broken))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }
}
