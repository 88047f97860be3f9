package dev.kida.spring.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.stack.PageClient.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Blocks, fragments, HTMX, and what is settled before the first byte: the same on every stack. */
abstract class StackFeaturesTest extends StackTest {

    private static final String TABLE =
            "<table>{% block rows %}<tr>{{ n }}</tr>{% end %}</table>{% block count %}<b>{{ n }}</b>{% end %}";

    // ---- blocks ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"#rows|<tr>5</tr>", "#count|<b>5</b>", "#count,rows|<b>5</b><tr>5</tr>"})
    void aViewNameMayAskForBlocks(String blocks, String expected) throws Exception {
        try (Page page = showAgain(scene(template(TABLE) + blocks, Map.of("n", Mono.just(5))))) {
            assertThat(page.readAll()).isEqualTo(expected);
            assertThat(page.header("Content-Length")).isEqualTo(String.valueOf(expected.length()));
        }
    }

    @Test
    void aBlockThatIsNotThereIsAnError() throws Exception {
        try (Page page = show(scene(template(TABLE) + "#nothing", Map.of("n", 5)))) {
            assertThat(page.status()).isEqualTo(500);
        }
    }

    @Test
    void aBlockStreams() throws Exception {
        Sinks.One<String> name = Sinks.one();
        String view = template("before{% block b %}<i></i>{{ name }}{% end %}after");
        try (Page page = show(scene(view + "#b", Map.of("name", name.asMono())))) {
            assertThat(page.readUntil("</i>")).isEqualTo("<i></i>");
            name.tryEmitValue("late").orThrow();
            assertThat(page.readAll()).isEqualTo("<i></i>late");
        }
    }

    @Test
    void aRegionTakesItsParametersFromTheModel() throws Exception {
        String view = template("{% region row(n, of=3) %}{{ n }}/{{ of }}{% end %}{{ row(1) }}");
        try (Page page = show(scene(view + "#row", Map.of("n", 2)))) {
            assertThat(page.readAll()).isEqualTo("2/3");
        }
    }

    // ---- fragments -------------------------------------------------------------------------------------------------

    @Test
    void fragmentsMayBeBlocks() throws Exception {
        String view = template(TABLE);
        String rows = scene(view + "#rows", Map.of("n", 1));
        String count = scene(view + "#count", Map.of("n", 2));

        try (Page page = client().get("/fragments?id=" + rows + "&id=" + count)) {
            assertThat(page.readAll()).isEqualTo("<tr>1</tr><b>2</b>");
        }
    }

    @Test
    void aFragmentIsSentBeforeTheNextIsReady() throws Exception {
        Sinks.One<String> name = Sinks.one();
        String first = scene(template("<p>first</p>"), Map.of());
        String second = scene(template("<p>{{ name }}</p>"), Map.of("name", name.asMono()));

        try (Page page = client().get("/fragments?id=" + first + "&id=" + second)) {
            assertThat(page.readUntil("first</p>")).isEqualTo("<p>first</p>");
            name.tryEmitValue("second").orThrow();
            assertThat(page.readAll()).isEqualTo("<p>first</p><p>second</p>");
        }
    }

    @Test
    void eventsAreFlushedOneByOne() throws Exception {
        Sinks.Many<String> ids = Sinks.many().unicast().onBackpressureBuffer();
        String view = template("<p>{{ n }}</p>\n<hr>");
        String stream = scene("", Map.of("ids", ids.asFlux()));
        ids.tryEmitNext(scene(view, Map.of("n", Mono.just(0)))).orThrow();

        try (Page page = client().get("/events/" + stream, "Accept", "text/event-stream")) {
            assertThat(page.readUntil("<hr>")).contains("event:row").contains("data:<p>0</p>\ndata:<hr>");
            assertThat(page.header("Content-Type")).startsWith("text/event-stream");
            ids.tryEmitNext(scene(view, Map.of("n", "1\r\nid:7\n\ndata:x"))).orThrow();
            ids.tryEmitComplete().orThrow();

            // What the page prints stays data of its event: no line of it begins another field or another event.
            String second = page.readAll().split("\n\n")[1];
            assertThat(second.lines().skip(1)).allMatch(line -> line.startsWith("data:"));
            assertThat(second).contains("data:id:7");
        }
    }

    // ---- HTMX ------------------------------------------------------------------------------------------------------

    @Test
    void htmxGetsTheBlockThatTheHandlerNames() throws Exception {
        String id = scene(template(TABLE), Map.of("n", 5));

        try (Page page = client().get("/htmx/" + id)) {
            assertThat(page.readAll()).startsWith("<table>");
            assertThat(page.headers("Vary").toString()).contains("HX-Request");
        }
        try (Page page = client().get("/htmx/" + id, "HX-Request", "true")) {
            assertThat(page.readAll()).isEqualTo("<tr>5</tr>");
            assertThat(page.headers("Vary").toString()).contains("HX-Request").contains("HX-Boosted");
        }
        for (String header : List.of("HX-Boosted", "HX-History-Restore-Request")) {
            try (Page page = client().get("/htmx/" + id, "HX-Request", "true", header, "true")) {
                assertThat(page.readAll()).startsWith("<table>");
            }
        }
    }

    @Test
    void theTargetMayDecideAndBlocksMayGoOutOfBand() throws Exception {
        String id = scene(template(TABLE), Map.of("n", Mono.just(5)));

        try (Page page = client().get("/htmx-choice/" + id, "HX-Request", "true", "HX-Target", "counter")) {
            assertThat(page.readAll()).isEqualTo("<b>5</b>");
            assertThat(page.headers("Vary").toString()).contains("HX-Target");
        }
        try (Page page = client().get("/htmx-choice/" + id, "HX-Request", "true")) {
            assertThat(page.readAll()).isEqualTo("<tr>5</tr><b>5</b>");
        }
    }

    /** Its view, or Boot's error page, has blocks of its own, or none. */
    @Test
    void aHandlerThatFailsHasAnotherPage() throws Exception {
        String none = template("<h1>Refused</h1>");
        String same = template("<h1>Refused</h1>{% block rows %}<tr>none</tr>{% end %}");

        assertThat(failure("?view=" + none, 422)).isEqualTo("<h1>Refused</h1>");
        assertThat(failure("?view=" + same, 422)).isEqualTo("<tr>none</tr>");
        assertThat(failure("", 500)).contains("<h1>500 Internal Server Error</h1>");
    }

    private String failure(String query, int status) throws Exception {
        try (Page page = client().get("/htmx-failure" + query, "HX-Request", "true")) {
            assertThat(page.status()).isEqualTo(status);
            return page.readAll();
        }
    }

    @Test
    void templatesKnowWhatHtmxSays() throws Exception {
        String id = scene(
                template("{{ hx_request() }}|{{ hx_target() }}|{{ hx_trigger_name() }}|{{ hx_current_url() }}"),
                Map.of());

        try (Page page = client().get(
                        "/scene/" + id, "HX-Request", "true", "HX-Target", "<b>", "HX-Current-URL", "http://x/?a&b")) {
            assertThat(page.readAll()).isEqualTo("true|&lt;b&gt;||http://x/?a&amp;b");
        }
        try (Page page = show(id)) {
            assertThat(page.readAll()).startsWith("false|");
        }
    }

    // ---- before the first byte -------------------------------------------------------------------------------------

    @Test
    void theTokenAndItsSessionAreThereBeforeThePageBegins() throws Exception {
        Sinks.One<String> name = Sinks.one();
        String id = scene(
                template("<head></head>{{ name }}{{ csrf_token() }}{{ csrf_field() }}{{ _csrf.headerName }}"),
                Map.of("name", name.asMono()));

        try (Page page = client().get("/scene/" + id, "X-Csrf", "on")) {
            page.readUntil("</head>");
            assertThat(page.header("Set-Cookie")).containsIgnoringCase("session");
            name.tryEmitValue("x").orThrow();
            String field = "<input type=\"hidden\" name=\"_t\" value=\"secret&amp;\">";
            assertThat(page.readAll()).isEqualTo("<head></head>x" + field + field + "X-T");
        }
    }

    @Test
    void aPageThatDoesNotPrintTheTokenStartsNoSession() throws Exception {
        String id = scene(template("{{ name }}"), Map.of("name", "x"));

        try (Page page = client().get("/scene/" + id, "X-Csrf", "on")) {
            assertThat(page.readAll()).isEqualTo("x");
            assertThat(page.header("Set-Cookie")).isNull();
        }
    }

    @Test
    void theNonceOfThePageIsThatOfTheHeader() throws Exception {
        String id = scene(template("{{ csp_nonce() | safe }}"), Map.of());
        String first;
        try (Page page = show(id)) {
            first = page.readAll();
            assertThat(first).hasSizeGreaterThan(16);
            assertThat(page.header("Content-Security-Policy")).isEqualTo("script-src 'nonce-" + first + "'");
        }
        try (Page page = show(id)) {
            assertThat(page.readAll()).isNotEqualTo(first);
        }
    }

    @Test
    void aLongPageThatNeedNotWaitHasALength() throws Exception {
        try (Page page =
                showAgain("{% for i in range(2000) %}0123456789{% end %}{{ x }}", Map.of("x", Mono.just("!")))) {
            assertThat(page.readAll()).hasSize(20_001);
            assertThat(page.header("Content-Length")).isEqualTo("20001");
        }
    }

    // ---- helpers ---------------------------------------------------------------------------------------------------

    @Test
    void urlsAreBuiltAndEncoded() throws Exception {
        String id = scene(template("{{ url('/o/{id}', name, page=2, q=name) }}"), Map.of("name", "a/b&c"));

        try (Page page = show(id)) {
            assertThat(page.readAll()).isEqualTo("/o/a%2Fb%26c?page=2&amp;q=a%2Fb%26c");
        }
    }

    @Test
    void assetsHaveTheirVersion() throws Exception {
        String id = scene(template("{{ asset('style.css') }} {{ asset(other) }}"), Map.of("other", "/nothing.css"));

        try (Page page = show(id)) {
            String[] urls = page.readAll().split(" ");
            assertThat(urls[0]).matches("/style-[0-9a-f]{32}\\.css");
            assertThat(urls[1]).isEqualTo("/nothing.css");
            try (Page style = client().get(urls[0], "Accept", "*/*")) {
                assertThat(style.readAll()).contains("color");
            }
        }
    }

    @Test
    void theRequestIsValuesOnly() throws Exception {
        String id = scene(
                template(
                        "{{ request.method }} {{ request.path }} {{ request.query.q }} {{ request.query.none ?? '-' }}"),
                Map.of());

        try (Page page = client().get("/scene/" + id + "?q=%3Cb%3E&q=2&x")) {
            assertThat(page.readAll()).isEqualTo("GET /scene/" + id + " &lt;b&gt; -");
        }
    }

    @Test
    void aTemplateOfTheReadersLanguageIsTaken() throws Exception {
        String view = template("other");
        bean(TestTemplates.class).put(view + "_de.html", "deutsch");
        String id = scene(view, Map.of());

        for (Map.Entry<String, String> each :
                Map.of("de-AT", "deutsch", "fr", "other").entrySet()) {
            try (Page page = client().get("/scene/" + id, "Accept-Language", each.getKey())) {
                assertThat(page.readAll()).isEqualTo(each.getValue());
            }
        }
    }

    @Test
    void aHandlerWithoutAViewNameShowsTheViewOfItsPath() throws Exception {
        bean(TestTemplates.class).put("named/page.html", "by its path");

        try (Page page = client().get("/named/page")) {
            assertThat(page.readAll()).isEqualTo("by its path");
        }
    }

    @Test
    void aTemplateMayBeTheErrorPageOfItsStatus() throws Exception {
        try (Page page = client().get("/no/such/page")) {
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.readAll()).contains("<h1>Nothing at /no/such/page</h1>");
        }
    }

    @Test
    void aHandlerOfManyPathsWithoutAViewEnds() throws Exception {
        try (Page page = client().get("/named/nowhere")) {
            assertThat(page.status()).isGreaterThanOrEqualTo(400);
        }
    }
}
