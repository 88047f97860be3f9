package dev.kida.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kida.Extension;
import dev.kida.KidaEngine;
import dev.kida.KidaEngineBuilder;
import dev.kida.Template;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.load.MapLoader;
import dev.kida.render.RenderOptions;
import dev.kida.render.TagCall;
import dev.kida.render.TagHandler;
import dev.kida.render.TagRun;
import dev.kida.value.Markup;
import dev.kida.value.Signature;
import dev.kida.value.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tags of an application (spec 07 §10), in both shapes of the code. */
class ExtensionTest {

    /** {@code {% icon 'name' %}}, {@code {% box title='…' %}…}, {@code {% times n %}…} with {@code turn}, and others. */
    private static final class Shop implements Extension {

        private final List<String> closed = new ArrayList<>();

        @Override
        public void configure(KidaEngineBuilder engine) {
            engine.tag(TagHandler.inline(
                            "icon",
                            "name, size=16",
                            call -> Markup.of("<i class=\"" + Text.escape(Text.of(call.argument("name"))) + "\" width="
                                    + call.arguments().get(1) + ">")))
                    .tag(TagHandler.inline("plain", "value=null", call -> call.argument("value")))
                    .tag(TagHandler.block(
                            "box",
                            "title=''",
                            (call, body) -> Markup.of("<box " + Text.escape(Text.of(call.argument("title"))) + ">"
                                    + body.toHtml() + "</box>")))
                    .tag(TagHandler.block("count", "", (call, body) -> (long) body.length()))
                    .tag(TagHandler.inline("broken", "", call -> {
                        throw new IllegalStateException("no shop");
                    }))
                    .tag(new Times(closed))
                    .tag(new Later())
                    .filter("shout", TagHandlerFilters.SHOUT);
        }
    }

    private static final class TagHandlerFilters {
        static final dev.kida.value.TemplateFunction SHOUT = dev.kida.value.TemplateFunction.of(
                "shout", Signature.parse("value"), (arguments, context) -> Text.of(arguments[0]) + "!");
    }

    /** Renders its body several times, straight to the output. */
    private record Times(List<String> closed) implements TagHandler {

        @Override
        public String name() {
            return "times";
        }

        @Override
        public Signature signature() {
            return Signature.parse("count");
        }

        @Override
        public Set<String> endTags() {
            return Set.of("enough");
        }

        @Override
        public List<String> variables() {
            return List.of("turn");
        }

        @Override
        public TagRun open(TagCall call) {
            long count = ((Number) java.util.Objects.requireNonNull(call.argument("count"))).longValue();
            return new TagRun() {
                private long turn;

                @Override
                public Object before() {
                    return "(";
                }

                @Override
                public boolean next() {
                    return turn++ < count;
                }

                @Override
                public @Nullable Object variable(String name) {
                    return turn;
                }

                @Override
                public Object after() {
                    return ")";
                }

                @Override
                public void close() {
                    closed.add("closed after " + turn);
                }
            };
        }
    }

    /** Prints a value that comes later. */
    private static final class Later implements TagHandler {

        @Override
        public String name() {
            return "later";
        }

        @Override
        public Signature signature() {
            return Signature.parse("value");
        }

        @Override
        public boolean hasBody() {
            return false;
        }

        @Override
        public boolean async() {
            return true;
        }

        @Override
        public TagRun open(TagCall call) {
            return new TagRun() {
                @Override
                public boolean next() {
                    return false;
                }

                @Override
                public @Nullable Object after() {
                    return Mono.justOrEmpty(call.argument("value")).map(value -> "<" + value + ">");
                }
            };
        }
    }

    private final Shop shop = new Shop();

    private final KidaEngine engine = KidaEngine.builder()
            .loader(new MapLoader(Map.of(
                    "part.html", "{% box 'part' %}{{ x }}{% end %}",
                    "base.html", "[{% block a %}{% end %}]")))
            .extension(shop)
            .autoAwait(true)
            .build();

    private String streamed(Template template, Map<String, ?> model, int chunk) {
        return String.join(
                "",
                Flux.from(template.renderStreamAsync(
                                model, RenderOptions.defaults().withChunkSize(chunk)))
                        .collectList()
                        .block());
    }

    private String rendered(String source) {
        Map<String, Object> model = new HashMap<>(Map.of("x", "<", "xs", List.of(1, 2, 3)));
        Template template = engine.fromString(source, "page.html");
        String page = template.render(model);
        assertThat(streamed(template, model, 1)).isEqualTo(page);
        assertThat(streamed(template, model, 8192)).isEqualTo(page);
        return page;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            value = {
                "{% icon x %}{% icon 'a', size=x %} ⇒ <i class=\"&lt;\" width=16><i class=\"a\" width=<>",
                "{% plain x %}{% plain %}{% plain value=1 + 1 %}|⇒ &lt;2|",
                "{% box x %}<b>{{ x }}</b>{% end %} ⇒ <box &lt;><b>&lt;</b></box>",
                "{% box %}{% box title='in' %}{{ x | shout }}{% endbox %}{% endbox %} ⇒ <box ><box in>&lt;!</box></box>",
                "{% count %}{{ x }}{% end %} ⇒ 4",
                "{% times 3 %}{{ turn }}{{ x }}{% enough %} ⇒ (1&lt;2&lt;3&lt;)",
                "{% times 0 %}{{ turn }}{% end %} ⇒ ()",
                "{% times 2 %}{% set y = turn %}{% times 2 %}{{ turn }}{{ y }} {% end %}{% end %}{{ turn ?? '-' }} ⇒"
                        + " ((11 21 )(12 22 ))-",
                "{% for x in xs %}{% times 9 %}{% if turn == x %}{% break %}{% end %}{{ turn }}{% end %}{% end %}. ⇒ (.",
                "{% for x in xs %}{% box %}a{% if x == 2 %}{% continue %}{% end %}b{% end %}{% end %} ⇒"
                        + " <box >ab</box><box >a</box><box >ab</box>",
                "{% def f(n) %}{% times n %}{% slot %}{{ turn }}{% end %}{% end %}{% call f(2) %}{{ x }}{% end %} ⇒"
                        + " (&lt;1&lt;2)",
                "{% let n = 0 %}{% times 2 %}{% let n = n + turn %}{% end %}{{ n }} ⇒ ()3",
                "{% include 'part.html' %} ⇒ <box part>&lt;</box>",
                "{% extends 'base.html' %}{% block a %}{% times 2 %}{{ turn }}{% end %}{% end %} ⇒ [(12)]",
                "{% try %}{% box %}{{ nope }}{% end %}{% fallback %}F{% end %} ⇒ F",
                "{% capture c %}{% box %}{{ x }}{% end %}{% end %}{{ c }} ⇒ <box >&lt;</box>",
            })
    void tagsWorkLikeThoseOfTheLanguage(String source, String page) {
        assertThat(rendered(source)).isEqualTo(page);
    }

    @Test
    void bodiesMayWait() {
        String source = "{% times 2 %}{% box %}{{ await slow }}{% async for i in items %}{{ i }}{{ turn }} {% end %}"
                + "{% end %}{% end %}";
        Map<String, Object> model = Map.of(
                "slow",
                Mono.fromFuture(CompletableFuture.supplyAsync(() -> "S")),
                "items",
                Flux.just(7, 8).publishOn(reactor.core.scheduler.Schedulers.parallel()));
        assertThat(streamed(engine.fromString(source), model, 1)).isEqualTo("(<box >S71 81 </box><box >S72 82 </box>)");
    }

    @Test
    void tagsMayAnswerLater() {
        Template template = engine.fromString("{% later v %}");
        assertThat(streamed(template, Map.of("v", 5), 1)).isEqualTo("&lt;5&gt;");
        assertThatThrownBy(() -> template.render(Map.of("v", 5))).isInstanceOf(TemplateException.class);
    }

    @Test
    void bodiesThatAreNotKeptGoToTheReaderAtOnce() {
        Template template = engine.fromString("{% times 2 %}{{ turn }}{% flush %}{% end %}");
        List<String> chunks =
                Flux.from(template.renderStreamAsync(Map.of())).collectList().block();
        assertThat(chunks).containsExactly("(1", "2", ")");
    }

    @Test
    void everyTagIsClosedWhateverHappens() {
        rendered("{% times 1 %}{% end %}");
        assertThat(shop.closed).hasSize(3).containsOnly("closed after 2");
        shop.closed.clear();
        assertThatThrownBy(() ->
                        engine.fromString("{% times 2 %}{{ nope }}{% end %}").render(Map.of()))
                .isInstanceOf(TemplateException.class);
        assertThat(shop.closed).containsExactly("closed after 1");
    }

    @Test
    void failuresNameThePlace() {
        TemplateException failure = catchThrowableOfType(
                () -> engine.fromString("a\n {% broken %}", "page.html").render(Map.of()), TemplateException.class);
        assertThat(failure.getCode().code()).isEqualTo("K-RUN-007");
        assertThat(failure.getSummary()).isEqualTo("IllegalStateException: no shop");
        assertThat(failure.getTemplateName()).isEqualTo("page.html");
        assertThat(failure.getLine()).isEqualTo(2);
        assertThat(failure.getColumn()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            value = {
                "{% icon %} ⇒ K-PAR-001 ⇒ needs an argument 'name'",
                "{% icon 'a', colour=1 %} ⇒ K-PAR-001 ⇒ no parameter 'colour'",
                "{% icon 'a' 5 %} ⇒ K-PAR-001 ⇒ the end of the 'icon' tag",
                "{% icon name='a', 5 %} ⇒ K-PAR-003 ⇒ cannot follow",
                "{% box %} ⇒ K-PAR-002 ⇒ Unclosed 'box' block",
                "{% box %}{% endif %} ⇒ K-PAR-001 ⇒ does not belong into 'box'",
                "{% endbox %} ⇒ K-PAR-001 ⇒ without an open block",
                "{% boxx %} ⇒ K-PAR-001 ⇒ Did you mean 'box'?",
            })
    void mistakesAreFoundWhenCompiling(String source, String code, String message) {
        TemplateSyntaxException error =
                catchThrowableOfType(() -> engine.fromString(source), TemplateSyntaxException.class);
        assertThat(error.getCode().code()).isEqualTo(code);
        assertThat(error).hasMessageContaining(message);
    }

    @Test
    void tagsOfTheLanguageStay() {
        for (String name : List.of("if", "else", "end", "endif", "raw", "flush", "not a name")) {
            assertThatThrownBy(() -> KidaEngine.builder().tag(TagHandler.inline(name, "", call -> "")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void namesOfTheTagAreNotReadFromTheModel() {
        assertThat(engine.fromString("{% times n %}{{ turn }}{{ x }}{% end %}").requiredContext())
                .containsExactlyInAnyOrder("n", "x");
    }
}
