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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** Sections that are sent when they are ready: what is on the wire, and that it is the same page. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeferTest {

    private static final Pattern PLACE = Pattern.compile("<\\?start name=\"([^\"]+)\">");

    private final KidaEngine engine = KidaEngine.builder().build();

    /** A streamed page, with the names of its sections replaced by #1, #2… in the order of their places. */
    private static String numbered(String page) {
        String result = page;
        Matcher places = PLACE.matcher(page);
        for (int i = 1; places.find(); i++) {
            result = result.replace(places.group(1), "#" + i);
        }
        return result.replace("<script>" + SectionWire.SCRIPT + "</script>", "<script/>");
    }

    private static String later(int number, String html) {
        return "<template for=\"#" + number + "\">" + html + "</template><!---->";
    }

    private static String place(int number, String html) {
        return "<?start name=\"#" + number + "\">" + html + "<?end>";
    }

    private static String streamed(Template template, Map<String, ?> model) {
        return streamed(template, model, RenderOptions.defaults());
    }

    private static String streamed(Template template, Map<String, ?> model, RenderOptions options) {
        return numbered(String.join(
                "",
                Flux.from(template.renderStreamAsync(model, options))
                        .collectList()
                        .block()));
    }

    private String streamed(String source, Map<String, ?> model) {
        return streamed(engine.fromString(source), model);
    }

    // ---- on the wire ----------------------------------------------------------------------------------------------

    @Test
    void thePageGoesOnAndTheSectionComesBeforeTheEndOfItsBody() {
        Sinks.One<String> slow = Sinks.one();
        Template template = engine.fromString(
                "<body><p>{% defer %}<b>{{ await v }}</b>{% loading %}wait{% end %}</p><i>on</i></body></html>");

        List<String> names = new ArrayList<>();
        StepVerifier.create(Flux.from(template.renderStreamAsync(Map.of("v", slow.asMono()))))
                .assertNext(shell -> {
                    Matcher place = PLACE.matcher(shell);
                    assertThat(place.find()).isTrue();
                    names.add(place.group(1));
                    assertThat(numbered(shell)).isEqualTo("<body><p>" + place(1, "wait") + "</p><i>on</i>");
                })
                .then(() -> slow.tryEmitValue("<v>"))
                .assertNext(section -> assertThat(section)
                        .isEqualTo("<script>" + SectionWire.SCRIPT + "</script><template for=\"" + names.get(0)
                                + "\"><b>&lt;v&gt;</b></template><!---->"))
                .expectNext("</body></html>")
                .verifyComplete();
    }

    @Test
    void sectionsComeInTheOrderInWhichTheyFinish() {
        Sinks.One<String> first = Sinks.one();
        Sinks.One<String> second = Sinks.one();
        Template template = engine.fromString("{% defer %}{{ await a }}{% end %}{% defer %}{{ await b }}{% end %}.");
        StringBuilder page = new StringBuilder();

        StepVerifier.create(Flux.from(template.renderStreamAsync(Map.of("a", first.asMono(), "b", second.asMono()))))
                .consumeNextWith(page::append)
                .then(() -> second.tryEmitValue("B"))
                .consumeNextWith(page::append)
                .then(() -> first.tryEmitValue("A"))
                .consumeNextWith(page::append)
                .verifyComplete();

        assertThat(numbered(page.toString()))
                .isEqualTo(place(1, "") + place(2, "") + ".<script/>" + later(2, "B") + later(1, "A"));
    }

    @Test
    void theScriptIsSmallAndHasTheNonce() {
        Template template = engine.fromString("{% defer %}1{% end %}{% defer %}2{% end %}");
        RenderOptions options = RenderOptions.defaults().withMetadata("csp_nonce", "n\"1");

        String page = streamed(template, Map.of(), options);

        String script = "<script nonce=\"n&quot;1\">" + SectionWire.SCRIPT + "</script>";
        assertThat(page).containsOnlyOnce("<script").contains(script);
        assertThat(script.length()).isLessThan(1024);
    }

    @Test
    void namesCannotBeGuessed() {
        Template template = engine.fromString("{% defer %}1{% end %}");

        List<String> names = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String page = String.join(
                    "",
                    Flux.from(template.renderStreamAsync(Map.of()))
                            .collectList()
                            .block());
            Matcher place = PLACE.matcher(page);
            assertThat(place.find()).isTrue();
            names.add(place.group(1));
        }

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("s1-[A-Za-z0-9_-]{22}"));
    }

    @Test
    void aSectionInsideAnotherComesAfterIt() {
        Sinks.One<String> outer = Sinks.one();
        Template template = engine.fromString("<body>{% defer %}<ul>{% defer %}<li>{{ await b }}{% loading %}…{% end %}"
                + "</ul>{{ await a }}{% end %}</body>");
        Map<String, ?> model = Map.of("a", outer.asMono(), "b", Mono.just("in"));
        StringBuilder page = new StringBuilder();

        StepVerifier.create(Flux.from(template.renderStreamAsync(model)))
                .consumeNextWith(page::append)
                .then(() -> outer.tryEmitValue("out"))
                .thenConsumeWhile(chunk -> page.append(chunk) != null)
                .verifyComplete();

        assertThat(numbered(page.toString()))
                .isEqualTo("<body>" + place(1, "") + "<script/>" + later(1, "<ul>" + place(2, "…") + "</ul>out")
                        + later(2, "<li>in") + "</body>");
    }

    @Test
    void aBlockingStreamSendsSectionsLaterToo() throws IOException {
        Template template = engine.fromString("<body>{% defer %}{{ await v }}{% end %}.</body>");
        RenderOptions options = RenderOptions.defaults().withBlockOnAsync(Duration.ofSeconds(30));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        template.renderTo(Map.of("v", Mono.just("v").delayElement(Duration.ofMillis(5))), out, options);

        assertThat(numbered(out.toString(StandardCharsets.UTF_8)))
                .isEqualTo("<body>" + place(1, "") + ".<script/>" + later(1, "v") + "</body>");
    }

    // ---- in place -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% capture c %}%s{% end %}{{ c }}",
                "{% filter trim %}%s{% end %}",
                "{% spaceless %}%s{% end %}",
                "{% cache 'k' %}%s{% end %}",
                "{% try %}%s{% fallback %}f{% end %}",
                "{% push 'p' %}%s{% end %}{% stack 'p' %}",
                "<a title=\"%s\">",
                "<script>%s</script>",
                "<title>%s</title>",
                "<!-- %s -->",
            })
    void whereOutputIsHeldBackOrNoHtmlMayStandASectionIsInPlace(String around) {
        String section = "{% defer %}{{ await v }}{% loading %}wait{% end %}";

        String page = streamed(around.replace("%s", section), Map.of("v", Mono.just("V")));

        assertThat(page).contains("V").doesNotContain("wait", "<?start", "<template");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a title=\"%s\">",
                "<a title='%s'>",
                "<a title=%s>",
                "<a {% if true %}title{% else %}alt{% end %}=\"%s\">",
                "<a {% if true %}class=\"x\"{% end %} %s>",
                "<script>'%s'</script>",
                "<script{% if true %} async{% end %}>'%s'</script>",
                "<style>%s</style>",
                "<title>{% if true %}%s{% end %}</title>",
                "<textarea>%s</textarea>",
                "<!-- {% for i in [1] %}%s{% end %} -->",
                "<p {% with z = 1 %}%s{% end %}>",
            })
    void whatIsStartedWhereNoHtmlMayStandHasItsSectionsInPlace(String around) {
        String section = "{% defer %}{{ await v }}{% loading %}wait{% end %}";
        String def = "{% def c() %}{% slot %}" + section + "{% end %}";
        KidaEngine pages = KidaEngine.builder()
                .loader(new MapLoader(Map.ofEntries(
                        Map.entry("part.html", "{% if true %}" + section + "{% end %}"),
                        Map.entry("deep.html", "{% include 'part.html' %}"),
                        Map.entry("lib.html", def + "{% def attribute() %}<i title=\"{% slot %}\">{% end %}"),
                        Map.entry("base.html", around.replace("%s", "{% block b %}{% end %}")),
                        Map.entry("frame.html", "{% block b %}{% end %}"))))
                .build();
        List<String> starts = List.of(
                def + around.replace("%s", "{{ c() }}"),
                def + around.replace("%s", "{{ 'x' if false else c() }}"),
                def + around.replace("%s", "{% call c() %}" + section + "{% end %}"),
                def + "{% def outer() %}{{ c() }}{% end %}" + around.replace("%s", "{{ outer() }}"),
                "{% from 'lib.html' import c with context %}" + around.replace("%s", "{{ c() }}"),
                "{% region r() %}" + section + "{% end %}" + around.replace("%s", "{{ r() }}"),
                "{% capture x %}" + section + "{% end %}" + around.replace("%s", "{{ x }}"),
                around.replace("%s", "{% include 'part.html' %}"),
                around.replace("%s", "{% include 'deep.html' %}"),
                around.replace("%s", "{% embed 'frame.html' %}{% block b %}" + section + "{% end %}{% end %}"),
                around.replace("%s", "{% block own %}" + section + "{% end %}"),
                "{% extends 'base.html' %}{% block b %}" + section + "{% end %}",
                "{% extends 'base.html' %}{% block b %}{% include 'deep.html' %}{% end %}",
                "{% from 'lib.html' import attribute with context %}{% call attribute() %}" + section + "{% end %}");

        for (String start : starts) {
            String page = streamed(pages.fromString(start), Map.of("v", Mono.just("V")));

            assertThat(page).as(start).contains("V").doesNotContain("wait", "<?start", "<template");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p title=\"x\">{{ c() }}",
                "<p{% if true %} class=\"x\"{% end %}>{{ c() }}",
                "<option{% if true %} selected{% end %}>{{ c() }}",
                "<p {% if true %}a{% else %}b=1{% end %}>{{ c() }}",
                "<title>x</title><p>{{ c() }}",
                "{% if true %}<b>{% end %}{{ c() }}",
                "<script>'x'</script>{% call c() %}{% end %}",
                "1 < 2 {{ c() }}",
                "<!-- x -->{% call c() %}x{% end %}",
                "{% call slotted() %}{% defer %}V{% end %}{% end %}",
            })
    void whereHtmlMayStandItComesLater(String place) {
        String defs =
                "{% def c() %}{% defer %}V{% end %}{% end %}{% def slotted() %}<a title=\"x\">{% slot %}{% end %}";

        assertThat(streamed(defs + place, Map.of())).contains("<template for").contains("V</template>");
    }

    @Test
    void otherKindsOfRendersHaveItInPlace() {
        Template template = engine.fromString("{% block b %}<{% defer %}{{ v }}{% loading %}wait{% end %}>{% end %}");
        Map<String, ?> model = Map.of("v", "V");
        RenderOptions htmx = RenderOptions.defaults().withMetadata("hx_request", true);
        RenderOptions never = RenderOptions.defaults().withOutOfOrder(OutOfOrder.NEVER);
        Template text = KidaEngine.builder()
                .autoescape(false)
                .outOfOrder(OutOfOrder.AUTO)
                .build()
                .fromString("<{% defer %}{{ v }}{% loading %}wait{% end %}>");

        assertThat(template.render(model)).isEqualTo("<V>");
        assertThat(template.renderBlock("b", model)).isEqualTo("<V>");
        assertThat(template.renderAsync(model).toCompletableFuture().join()).isEqualTo("<V>");
        assertThat(Flux.from(template.renderBlockStreamAsync("b", model)).blockFirst())
                .isEqualTo("<V>");
        assertThat(streamed(template, model, htmx)).isEqualTo("<V>");
        assertThat(streamed(template, model, never)).isEqualTo("<V>");
        assertThat(streamed(text, model)).isEqualTo("<V>");
        assertThat(template.renderStream(model).next()).isEqualTo("<V>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% let x = 1 %}{% defer %}{{ x }}{% let x = 2 %}{{ x }}{% end %}{{ x }}{% let x = 3 %}{{ x }}",
                "{% for i in [1, 2] %}{% set y = i %}{% defer %}{{ i }}{{ y }}{{ loop.index }}{{ loop.last }}"
                        + "{{ loop.nextitem }}{{ loop.length }}{% end %}{% set y = 9 %}{% end %}",
                "{% for i in range(3) | map('string') %}{% defer %}{{ i }}{{ loop.nextitem }}{% end %}{% end %}",
                "{% with z = 1 %}{% defer %}{{ z }}{% end %}{% end %}",
                "{% provide theme = 'dark' %}{% defer %}{{ consume('theme') }}{% end %}{% end %}",
                "{% let x = 1 %}{% def show() %}{{ x }}{% end %}{% defer %}{{ show() }}{% end %}{% let x = 2 %}",
                "{% def card(t) %}[{{ t }}{% slot %}]{% end %}{% for i in [1, 2] %}{% call card(i) %}"
                        + "{% defer %}{{ i }}{{ loop.index }}{% end %}{% end %}{% end %}",
                "{% def late(t) %}{% defer %}{{ t }}{% slot %}{% end %}{% end %}{% for i in [1, 2] %}"
                        + "{% call late(i) %}{{ i }}{{ loop.index }}{% end %}{% end %}",
                "{% defer %}{{ nope }}{% fallback e %}{{ e.type }}{% for i in [1] %}{{ i }}{% end %}{% end %}",
                "{% for i in [1, 2] %}{% defer %}{{ nope }}{% fallback e %}{{ i }}{{ e.line }}{% end %}{% end %}",
                "{% push 's' %}a{% end %}{% defer %}{% push 's' %}b{% end %}{% stack 's' %}{% end %}{% stack 's' %}",
                "{% defer %}1{% defer %}2{% defer %}3{% end %}{% end %}{% end %}",
                "{% defer %}{% block b %}{{ 1 }}{% end %}{% fallback %}{% end %}",
                "{% match 2 %}{% case n %}{% defer %}{{ n }}{% end %}{% end %}",
            })
    void theContentIsTheSameInEveryOrder(String source) {
        Template template = engine.fromString("<body>" + source + "</body>");

        String assembled = assembled(streamed(template, Map.of()));

        assertThat(assembled).isEqualTo(template.render(Map.of())).doesNotContain("<?start");
        assertThat(streamed(template, Map.of(), RenderOptions.defaults().withOutOfOrder(OutOfOrder.NEVER)))
                .isEqualTo(assembled);
    }

    /** What a browser makes of a streamed page. */
    private static String assembled(String streamed) {
        String page = streamed.replace("<script/>", "");
        Pattern late = Pattern.compile("<template for=\"(#\\d+)\">((?:(?!<template|</template).)*)</template><!---->");
        for (Matcher m = late.matcher(page); m.find(); m = late.matcher(page)) {
            String rest = page.substring(0, m.start()) + page.substring(m.end());
            page = rest.replaceAll(
                    "<\\?start name=\"" + m.group(1) + "\">((?!<\\?end>).)*<\\?end>",
                    Matcher.quoteReplacement(m.group(2)));
        }
        return page;
    }

    @Test
    void sectionsWorkInParentsIncludesAndComponents() {
        KidaEngine pages = KidaEngine.builder()
                .loader(new MapLoader(Map.of(
                        "base.html", "<body>{% block main %}{% end %}{% defer %}foot{% end %}</body>",
                        "part.html", "<i>{% defer %}{{ await v }}{% loading %}…{% end %}</i>",
                        "page.html", "{% extends 'base.html' %}{% block main %}{% include 'part.html' %}{% end %}")))
                .build();

        String page = streamed(pages.getTemplate("page.html"), Map.of("v", Mono.just("V")));

        assertThat(page)
                .isEqualTo("<body><i>" + place(1, "…") + "</i>" + place(2, "") + "<script/>" + later(1, "V")
                        + later(2, "foot") + "</body>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>'</body>'</script>{% defer %}x{% end %}</BODY ></html>|</BODY ></html>",
                "{% defer %}x{% end %}<!-- </body> -->|''",
            })
    void onlyTheRealEndOfTheBodyCounts(String source, String end) {
        assertThat(streamed(source, Map.of())).endsWith(later(1, "x") + end);
    }

    // ---- failures -------------------------------------------------------------------------------------------------

    @Test
    void aFailureShowsTheFallbackAndForgetsWhatWasInside() {
        Sinks.One<String> slow = Sinks.one();
        Template template = engine.fromString("<body>{% defer %}<b>{% defer %}in{% end %}{{ await v }}"
                + "{% fallback e %}{{ e.message }}{% end %}</body>");
        StringBuilder page = new StringBuilder();

        StepVerifier.create(Flux.from(template.renderStreamAsync(Map.of("v", slow.asMono()))))
                .consumeNextWith(page::append)
                .then(() -> slow.tryEmitError(new IllegalStateException("<down>")))
                .thenConsumeWhile(chunk -> page.append(chunk) != null)
                .verifyComplete();

        assertThat(numbered(page.toString()))
                .isEqualTo("<body>" + place(1, "") + "<script/>" + later(1, "IllegalStateException: &lt;down&gt;")
                        + "</body>");
    }

    @Test
    void aFailureWithoutFallbackEndsThePage() {
        TestPublisher<String> other = TestPublisher.create();
        Template template = engine.fromString("a\n{% defer %}{{ await v }}{% end %}{% defer %}{{ await o }}{% end %}b");
        Map<String, ?> model = Map.of("v", Mono.error(new IllegalStateException("down")), "o", other.mono());

        StepVerifier.create(Flux.from(template.renderStreamAsync(model)))
                .expectNextCount(1)
                .verifyErrorSatisfies(
                        problem -> assertThat(problem).isInstanceOfSatisfying(TemplateException.class, failure -> {
                            assertThat(failure.getLine()).isEqualTo(2);
                            assertThat(failure).hasRootCauseMessage("down");
                        }));

        other.assertCancelled();
    }

    @Test
    void cancellingReachesSections() {
        TestPublisher<String> source = TestPublisher.create();
        Template template = engine.fromString("a{% defer %}{{ await v }}{% end %}b");

        StepVerifier.create(Flux.from(template.renderStreamAsync(Map.of("v", source.mono()))))
                .expectNextCount(1)
                .thenCancel()
                .verify();

        source.assertCancelled();
    }

    @Test
    void timeRunsOutForSections() {
        ManualClock clock = new ManualClock();
        Template template = KidaEngine.builder()
                .clock(clock)
                .asyncTimeout(Duration.ofSeconds(5))
                .build()
                .fromString("<body>{% defer %}{{ await a }}{% fallback e %}late{% end %}"
                        + "{% defer %}{{ await b }}{% fallback e %}late{% end %}</body>");
        Sinks.One<String> second = Sinks.one();
        Map<String, ?> model = Map.of("a", Mono.never(), "b", second.asMono());
        StringBuilder page = new StringBuilder();

        StepVerifier.create(Flux.from(template.renderStreamAsync(model)))
                .consumeNextWith(page::append)
                .then(() -> clock.advance(Duration.ofSeconds(3)))
                .then(() -> second.tryEmitValue("B"))
                .consumeNextWith(page::append)
                .then(() -> clock.advance(Duration.ofSeconds(3)))
                .thenConsumeWhile(chunk -> page.append(chunk) != null)
                .verifyComplete();

        assertThat(numbered(page.toString())).endsWith(later(2, "B") + later(1, "late") + "</body>");
        assertThat(clock.pending()).isZero();
    }

    // ---- bounds ---------------------------------------------------------------------------------------------------

    @Test
    void onlySoManyRunAtATime() {
        AtomicInteger started = new AtomicInteger();
        List<Sinks.One<String>> sinks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sinks.add(Sinks.one());
        }
        Map<String, Object> model = new HashMap<>();
        model.put("load", (java.util.function.Function<Object, Object>) index -> {
            started.incrementAndGet();
            return sinks.get(((Number) index).intValue()).asMono();
        });
        Template template =
                engine.fromString("{% for i in range(5) %}{% defer %}{{ await load(i) }}{% end %}{% end %}");
        RenderOptions options = RenderOptions.defaults().withMaxSections(2);

        StepVerifier.create(Flux.from(template.renderStreamAsync(model, options)))
                .expectNextCount(1)
                .then(() -> assertThat(started).hasValue(2))
                .then(() -> sinks.get(1).tryEmitValue("1"))
                .expectNextCount(1)
                .then(() -> assertThat(started).hasValue(3))
                .then(() -> sinks.forEach(sink -> sink.tryEmitValue("x")))
                .thenConsumeWhile(chunk -> true)
                .verifyComplete();

        assertThat(started).hasValue(5);
    }

    @Test
    void nothingAdvancesWithoutDemand() {
        AtomicInteger calls = new AtomicInteger();
        Map<String, Object> model = Map.of("count", (java.util.function.Supplier<Object>) calls::incrementAndGet);
        Template template = engine.fromString("a{% defer %}{{ count() }}{% end %}b");

        StepVerifier.create(Flux.from(template.renderStreamAsync(model)), 0)
                .then(() -> assertThat(calls).hasValue(0))
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(calls).hasValue(0))
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(calls).hasValue(1))
                .thenRequest(1)
                .verifyComplete();
    }

    @Test
    void aSourceIsSubscribedOnceWhoeverReadsIt() {
        AtomicInteger subscriptions = new AtomicInteger();
        Flux<Integer> numbers = Flux.range(0, 100).doOnSubscribe(s -> subscriptions.incrementAndGet());
        String loop = "{% async for n in ns %}{{ n }},{% end %}";
        Template template =
                engine.fromString(loop + "{% defer %}" + loop + "{% end %}{% defer %}" + loop + "{% end %}");

        String page = streamed(template, Map.of("ns", numbers));

        String all = template.render(
                Map.of("ns", Flux.range(0, 100)), RenderOptions.defaults().withBlockOnAsync(Duration.ofSeconds(5)));
        assertThat(assembled(page)).isEqualTo(all);
        assertThat(subscriptions).hasValue(1);
    }

    // ---- what data cannot do --------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</template><b>out</b>",
                "<template>",
                "<!-- ",
                "<script>",
                "<textarea>",
                "<a title=\"",
                "<svg><template/></svg></template>",
                "<svg><style></template></style></svg>",
                "<?end>",
                "<?start name=\"x\">",
                "<plaintext>",
                "<",
                "<![CDATA[",
            })
    void dataNeitherClosesASectionNorSwallowsWhatFollows(String raw) {
        String page = streamed(
                "<body>{% defer %}{{ v | safe }}{% loading %}{{ v | safe }}{% end %}</body>", Map.of("v", raw));

        String inside =
                page.replaceFirst("(?s).*<template for=\"#1\">", "").replaceFirst("(?s)</template><!----></body>$", "");
        assertThat(page).startsWith("<body><?start name=\"#1\">").endsWith("</template><!----></body>");
        assertThat(inside).doesNotContain("</template");
    }

    // ---- the tags -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{% defer %}a{% enddefer %}b|ab",
                "{% defer %}a{% loading %}l{% fallback %}f{% end %}|a",
                "{% defer %}{{ nope }}{% fallback %}f{% end %}|f",
            })
    void itsPartsAreOptional(String source, String page) {
        assertThat(engine.fromString(source).render(Map.of())).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{% loading %}x|K-PAR-001",
                "{% if x %}{% loading %}{% end %}|K-PAR-001",
                "{% try %}{% loading %}{% fallback %}{% end %}|K-PAR-001",
                "{% defer %}{% fallback %}{% loading %}{% end %}|K-PAR-001",
                "{% defer %}{% loading %}{% loading %}{% end %}|K-PAR-001",
                "{% defer %}{% fallback %}{% fallback %}{% end %}|K-PAR-001",
                "{% defer %}{% else %}{% end %}|K-PAR-001",
                "{% defer %}|K-PAR-002",
                "{% defer x %}{% end %}|K-PAR-001",
                "{% for i in x %}{% defer %}{% break %}{% end %}{% end %}|K-PAR-001",
            })
    void misplacedPartsAreSyntaxErrors(String source, String code) {
        assertThatThrownBy(() -> engine.fromString(source))
                .isInstanceOfSatisfying(
                        TemplateSyntaxException.class,
                        problem -> assertThat(problem.getCode().code()).isEqualTo(code));
    }
}
