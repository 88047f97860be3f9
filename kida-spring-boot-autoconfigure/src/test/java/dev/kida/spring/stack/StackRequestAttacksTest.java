package dev.kida.spring.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.stack.PageClient.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** Controllers that make names of what a client sends, and clients that send what nobody expects: on any stack. */
abstract class StackRequestAttacksTest extends StackMarkupAttacksTest {

    private static final String BLOCKS = "{% block rows %}<tr></tr>{% end %}{% block hidden_one %}hidden{% end %}";

    /** That the attacks below reach what they attack. */
    @Test
    void namesOfRequestsThatAreThereAreFound() throws Exception {
        String id = scene(template(BLOCKS), Map.of());
        bean(TestTemplates.class).put("folder/page.html", "in the folder");

        try (Page page = client().get("/select/" + id + "?block=rows")) {
            assertThat(page.readAll()).isEqualTo("<tr></tr>");
        }
        try (Page page = client().get("/folder?name=page")) {
            assertThat(page.readAll()).isEqualTo("in the folder");
        }
    }

    // ---- names -----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "${7919*7919}",
                "{{ 7919*7919 }}",
                "rows}}{{ 7919*7919 }}",
                "rows\r\nSet-Cookie: a=b",
                "rows\u0000",
                "rows ",
                "../hello#p",
                "rows#hidden_one",
                "rows::hidden_one",
                "rows()",
                "__init__",
                "",
                ",",
                "rows,"
            })
    void aBlockThatARequestNamesIsABlockOrNothing(String block) throws Exception {
        String id = scene(template(BLOCKS), Map.of());

        try (Page page = client().get("/select/" + id + "?block=" + encode(block))) {
            assertThat(page.status()).isGreaterThanOrEqualTo(400);
            assertThat(page.header("Set-Cookie")).isNull();
            assertThat(page.readAll()).doesNotContain("<tr>", "hidden", "62710561", "from the class path");
        }
    }

    @Test
    void moreBlocksThanAnybodyNeedsAreNone() throws Exception {
        String id = scene(template(BLOCKS), Map.of());

        try (Page page = client().get("/select/" + id + "?block=" + "rows,".repeat(500) + "rows")) {
            assertThat(page.status()).isGreaterThanOrEqualTo(400);
            assertThat(page.readAll()).doesNotContain("<tr>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../templates/hello",
                "..\\templates\\hello",
                "%2e%2e/hello",
                "%252e%252e%252fhello",
                "..;/hello",
                "\u2024\u2024/hello",
                "\uff0e\uff0e\uff0fhello",
                "hello\u0000.txt",
                "hello.html",
                "//hello",
                "hello\r\nX-Evil: 1",
                "{{ 7919*7919 }}",
                "*{7919*7919}"
            })
    void aNameThatARequestEndsStaysInItsFolder(String name) throws Exception {
        try (Page page = client().get("/folder?name=" + encode(name))) {
            assertThat(page.status()).isGreaterThanOrEqualTo(400);
            assertThat(page.header("X-Evil")).isNull();
            assertThat(page.readAll()).doesNotContain("from the class path", "62710561", "root:");
        }
    }

    /** These reach a handler without a view's name, and the path would be one that goes elsewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/redirect:http://evil.example/",
                "/redirect:evil",
                "/%72edirect:evil",
                "/redirect%3Aevil",
                "/forward:hello",
                "/x::hello"
            })
    void aPathDoesNotGoElsewhere(String path) throws Exception {
        String answer = client().raw(path);

        // 404 would say that no handler was reached.
        assertThat(answer).matches("(?s)HTTP/1.1 (400|500).*").doesNotContain("Location:", "from the class path");
    }

    // ---- headers ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"<script>x</script>", "rows,hidden_one", "../x", "${7919*7919}", "#hidden_one"})
    void aTargetOfHtmxNamesNoBlock(String target) throws Exception {
        String id = scene(template("<table>" + BLOCKS + "</table>{% block count %}{% end %}"), Map.of());

        try (Page page = client().get("/htmx/" + id, "HX-Request", "true", "HX-Target", target)) {
            assertThat(page.readAll()).isEqualTo("<tr></tr>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "de_DE/../x", "de-<script>", "*", "de;q=x", "i-klingon,x-y-z"})
    void aLanguageIsNoPath(String language) throws Exception {
        String id = scene(template("plain"), Map.of());

        try (Page page = client().get("/scene/" + id, "Accept-Language", language)) {
            assertThat(page.status()).isIn(200, 400);
        }
    }

    // ---- several views ---------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../application.properties",
                "../../../../../../etc/passwd",
                "file:/etc/passwd",
                "hello#${7919*7919}",
                "__${7919*7919}__::x",
                "{{7919*7919}}",
                "hello#nothing"
            })
    void aNameAmongSeveralIsNoExpressionEither(String name) throws Exception {
        String evil = scene(name, Map.of("name", "x"));
        String good = scene(template("<p>good</p>"), Map.of());

        for (String path : List.of("/fragments?id=" + evil + "&id=" + good, "/fragments?id=" + good + "&id=" + evil)) {
            assertThat(client().raw(path))
                    .as(path)
                    .doesNotContain("62710561", "from the class path", "root:", "spring.");
        }
    }

    // ---- events ----------------------------------------------------------------------------------------------------

    @Test
    void noLineOfAMultiLineValueIsAFieldWhateverEndsIt() throws Exception {
        String evil = "a\rid: 1\nretry: 1\r\n\r\nevent: forged\u2028data: x\u0085data: y\u000bdata: z";
        String stream = scene("", Map.of("ids", Flux.just(scene(template("{{ v | safe }}"), Map.of("v", evil)))));

        try (Page page = client().get("/events/" + stream, "Accept", "text/event-stream")) {
            assertThat(page.readAll().split("\r\n|\r|\n"))
                    .filteredOn(line -> !line.isEmpty())
                    .allMatch(line -> line.startsWith("data:") || line.equals("event:row"))
                    .filteredOn(line -> line.startsWith("event:"))
                    .hasSize(1);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
