package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.load.MapLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What a listener hears of renders, in which order and how often. */
@Timeout(60)
class RenderListenerTest {

    private final Diary diary = new Diary();
    private final KidaEngine engine =
            KidaEngine.builder().autoAwait(true).renderListener(diary).build();

    private Template template(String source) {
        Template template = engine.fromString(source, "page.html");
        diary.lines.clear();
        return template;
    }

    // ---- success --------------------------------------------------------------------------------------------------

    @Test
    void hearsOfAStringAtItsEnd() {
        assertThat(template("Hello {{ name }}").render(Map.of("name", "Ada"))).isEqualTo("Hello Ada");

        assertThat(diary.lines).containsExactly("start page.html []", "output 9 flush", "end SUCCESS");
    }

    @Test
    void countsBytesWhereBytesAreGiven() {
        template("é{{ name }}").renderBytes(Map.of("name", "ü"));

        assertThat(diary.lines).containsExactly("start page.html []", "output 4 flush", "end SUCCESS");
    }

    @Test
    void countsWhatIsPushedToStacks() {
        template("<{% stack 's' %}>{% push 's' %}abc{% end %}").render(Map.of());

        assertThat(diary.lines).contains("output 5 flush");
    }

    @Test
    void hearsOfEveryPieceThatGoesToASink() throws IOException {
        template("ab{% flush %}c").renderTo(Map.of(), new ByteArrayOutputStream());

        assertThat(diary.lines).startsWith("start page.html []").endsWith("end SUCCESS");
        assertThat(diary.size).isEqualTo(3);
    }

    @Test
    void hearsOfSourcesAndPiecesInTheOrderTheyCome() {
        Sinks.One<String> name = Sinks.one();

        StepVerifier.create(Flux.from(template("<h1>{{ name }}</h1>").renderChunks(Map.of("name", name.asMono()))))
                .expectNextCount(1)
                .then(() -> diary.lines.add("(the name comes)"))
                .then(() -> name.tryEmitValue("Ada"))
                .thenConsumeWhile(chunk -> true)
                .verifyComplete();

        assertThat(diary.lines)
                .containsExactly(
                        "start page.html []",
                        "await VALUE name",
                        "subscribe name",
                        "output 4 flush",
                        "(the name comes)",
                        "awaited name SUCCESS",
                        "output 8 flush",
                        "end SUCCESS");
    }

    @Test
    void beginsWithTheFirstDemand() {
        Publisher<String> page = template("x").renderStreamAsync(Map.of());

        StepVerifier.create(page, 0)
                .then(() -> assertThat(diary.lines).isEmpty())
                .thenRequest(1)
                .expectNext("x")
                .verifyComplete();
        assertThat(diary.lines).containsExactly("start page.html []", "output 1 flush", "end SUCCESS");
    }

    @Test
    void hearsOfFuturesAndSequences() {
        template("{{ done }}{% for x in items %}{{ x }}{% end %}")
                .renderAsync(Map.of("done", CompletableFuture.completedFuture(1), "items", Flux.just(2, 3)))
                .toCompletableFuture()
                .join();

        assertThat(diary.lines)
                .contains("await VALUE done", "await SEQUENCE items", "awaited done SUCCESS", "awaited items SUCCESS")
                .endsWith("end SUCCESS");
    }

    @Test
    void hearsOfSourcesWithoutAName() {
        template("{{ await make() }}")
                .renderAsync(Map.of("make", (java.util.function.Supplier<Object>) () -> Mono.just("m")))
                .toCompletableFuture()
                .join();

        assertThat(diary.lines).contains("await VALUE null", "awaited null SUCCESS");
    }

    @Test
    void namesTheBlock() {
        template("{% block a %}A{% end %}").renderBlock("a", Map.of());

        assertThat(diary.lines).containsExactly("start page.html [a]", "output 1 flush", "end SUCCESS");
    }

    @Test
    void hearsOfABlockedRenderAndAnIterator() {
        RenderOptions waiting = RenderOptions.defaults().withBlockOnAsync(Duration.ofSeconds(10));
        Template template = template("{{ name }}!");

        template.render(Map.of("name", Mono.just("Ada")), waiting);
        template.renderStream(Map.of("name", Mono.just("Ada")), waiting).forEachRemaining(chunk -> {});

        List<String> one = List.of(
                "start page.html []",
                "await VALUE name",
                "subscribe name",
                "awaited name SUCCESS",
                "output 4 flush",
                "end SUCCESS");
        List<String> both = new ArrayList<>(one);
        both.addAll(one);
        assertThat(diary.lines).isEqualTo(both);
    }

    @Test
    void hearsOfSectionsThatComeLater() {
        Template template =
                template("<body>\n{% defer %}{{ v }}{% end %}\n{% defer %}{{ 1 / 0 }}{% fallback %}f{% end %}");

        Flux.from(template.renderStreamAsync(Map.of("v", Mono.just("V")))).blockLast();
        template.render(Map.of("v", "V"));

        assertThat(diary.lines.stream().filter(line -> line.contains("html:")))
                .containsExactly(
                        "await SECTION page.html:2",
                        "await SECTION page.html:3",
                        "awaited page.html:2 SUCCESS",
                        "awaited page.html:3 ERROR TemplateRuntimeException");
    }

    // ---- failure --------------------------------------------------------------------------------------------------

    @Test
    void hearsOfAFailureOnce() {
        Template template = template("{{ 1 / 0 }}");

        assertThatThrownBy(() -> template.render(Map.of())).isInstanceOf(TemplateException.class);

        assertThat(diary.lines).containsExactly("start page.html []", "end ERROR TemplateRuntimeException");
    }

    @Test
    void hearsNothingOfABlockThatIsNotThere() {
        Template template = template("x");

        assertThatThrownBy(() -> template.renderBlock("nope", Map.of())).isInstanceOf(TemplateException.class);

        assertThat(diary.lines).isEmpty();
    }

    @Test
    void aFailingSourceFailsThePage() {
        StepVerifier.create(template("<{{ a }}{{ b }}>")
                        .renderStreamAsync(Map.of("a", Mono.error(new IllegalStateException("no")), "b", Mono.never())))
                .expectError(TemplateException.class)
                .verify();

        assertThat(diary.lines)
                .contains("awaited a ERROR IllegalStateException", "awaited b CANCELLED")
                .endsWith("end ERROR TemplateRuntimeException");
    }

    @Test
    void aSourceThatIsLateIsATimeout() {
        RenderOptions hasty = RenderOptions.defaults().withAsyncTimeout(Duration.ofMillis(1));

        StepVerifier.create(Flux.from(template("{{ a }}").renderStreamAsync(Map.of("a", Mono.never()), hasty)))
                .expectError(TemplateException.class)
                .verify();

        assertThat(diary.lines)
                .contains("awaited a TIMEOUT TemplateRuntimeException")
                .endsWith("end TIMEOUT TemplateRuntimeException");
    }

    @Test
    void aSinkThatBreaksIsAReaderWhoLeft() {
        Template template = template("x");
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> template.renderTo(Map.of(), broken)).isInstanceOf(IOException.class);

        assertThat(diary.lines).containsExactly("start page.html []", "end CANCELLED SinkException");
    }

    // ---- cancel ---------------------------------------------------------------------------------------------------

    @Test
    void hearsOfACancelAfterItsSources() {
        StepVerifier.create(Flux.from(template("<{{ a }}").renderStreamAsync(Map.of("a", Mono.never()))))
                .expectNext("<")
                .thenCancel()
                .verify();

        assertThat(diary.lines)
                .containsExactly(
                        "start page.html []",
                        "await VALUE a",
                        "subscribe a",
                        "output 1 flush",
                        "awaited a CANCELLED",
                        "end CANCELLED");
    }

    @Test
    void anIteratorThatIsClosedEarlyIsCancelledAndClosedTwiceIsOnce() {
        ChunkIterator pieces = template("a{% flush %}b").renderStream(Map.of());
        pieces.next();

        pieces.close();
        pieces.close();

        assertThat(diary.lines).containsExactly("start page.html []", "output 1 flush", "end CANCELLED");
    }

    // ---- listeners ------------------------------------------------------------------------------------------------

    @Test
    void aListenerThatThrowsHarmsNobody() {
        RenderListener broken = new RenderListener() {
            @Override
            public RenderWatch onStart(RenderStart start) {
                return new RenderWatch() {
                    @Override
                    public void onOutput(long size, boolean flush) {
                        throw new IllegalStateException("broken");
                    }
                };
            }
        };
        KidaEngine watched = KidaEngine.builder()
                .renderListener(start -> {
                    throw new IllegalStateException("broken");
                })
                .renderListener(broken)
                .renderListener(diary)
                .build();

        assertThat(watched.fromString("x").render(Map.of())).isEqualTo("x");
        assertThat(diary.lines).endsWith("output 1 flush", "end SUCCESS");
    }

    @Test
    void aListenerWithoutInterestHearsNoMore() {
        KidaEngine watched = KidaEngine.builder().renderListener(start -> null).build();

        assertThat(watched.fromString("x").render(Map.of())).isEqualTo("x");
    }

    @Test
    void seesTheAttributesOfTheHost() {
        List<Object> seen = new ArrayList<>();
        KidaEngine watched = KidaEngine.builder()
                .renderListener(start -> {
                    seen.add(start.options().attributes().get("who"));
                    return null;
                })
                .build();

        watched.fromString("x").render(Map.of(), RenderOptions.defaults().withAttribute("who", "me"));

        assertThat(seen).containsExactly("me");
    }

    // ---- compilation ----------------------------------------------------------------------------------------------

    @Test
    void hearsOfEachCompilation() {
        KidaEngine watched = KidaEngine.builder()
                .loader(new MapLoader(Map.of("a.html", "A", "broken.html", "{% if %}")))
                .renderListener(diary)
                .build();

        watched.getTemplate("a.html");
        watched.getTemplate("a.html");
        assertThatThrownBy(() -> watched.getTemplate("broken.html")).isInstanceOf(TemplateSyntaxException.class);

        assertThat(diary.lines).containsExactly("compiled a.html", "compiled broken.html TemplateSyntaxException");
        assertThat(watched.cachedTemplates()).extracting(Template::name).containsExactly("a.html");
        assertThat(watched.cacheInfo().hits()).isEqualTo(1);
    }

    /** Writes down what it hears. */
    private static final class Diary implements RenderListener {

        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
        private long size;

        @Override
        public RenderWatch onStart(RenderStart start) {
            lines.add("start " + start.template() + " " + start.blocks());
            return new RenderWatch() {
                @Override
                public AwaitWatch onAwait(Awaited awaited) {
                    lines.add("await " + awaited.kind() + " " + awaited.name());
                    return new Waiting(awaited.name());
                }

                @Override
                public void onOutput(long length, boolean flush) {
                    size += length;
                    lines.add("output " + length + (flush ? " flush" : ""));
                }

                @Override
                public void onEnd(RenderOutcome outcome, @Nullable Throwable failure) {
                    lines.add("end " + outcome + reason(failure));
                }
            };
        }

        @Override
        public void onCompile(Compilation compilation) {
            assertThat(compilation.time()).isPositive();
            lines.add("compiled " + compilation.template() + reason(compilation.failure()));
        }

        private static String reason(@Nullable Throwable failure) {
            return failure == null ? "" : " " + failure.getClass().getSimpleName();
        }

        private final class Waiting implements AwaitWatch {

            private final @Nullable String name;

            Waiting(@Nullable String name) {
                this.name = name;
            }

            @Override
            public Publisher<?> decorate(Publisher<?> source) {
                return Flux.from(source).doOnSubscribe(subscription -> lines.add("subscribe " + name));
            }

            @Override
            public void onEnd(RenderOutcome outcome, @Nullable Throwable failure) {
                lines.add("awaited " + name + " " + outcome + reason(failure));
            }
        }
    }
}
