package dev.kida.spring.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.stack.PageClient.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pages that Boot itself shows, from templates, and what else clients may ask of a page: on any stack. */
abstract class StackPagesTest extends StackRequestAttacksTest {

    // ---- pages of Boot ---------------------------------------------------------------------------------------------

    /** The template is the application's loader's, and not a file on the class path. */
    @Test
    void aTemplateMayBeTheWelcomePage() throws Exception {
        try (Page page = client().get("/")) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.readAll()).isEqualTo("<h1>Welcome, GET</h1>");
            assertThat(page.header("Content-Type")).startsWithIgnoringCase("text/html");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404|Nothing at /status/404",
                "409|Conflict at /status/409",
                "418|418 of a kind",
                "500|500 Internal Server Error",
                "503|503 Service Unavailable"
            })
    void theTemplateNextToAStatusIsItsPage(int status, String title) throws Exception {
        try (Page page = client().get("/status/" + status)) {
            assertThat(page.status()).isEqualTo(status);
            assertThat(page.readAll()).contains("<h1>" + title + "</h1>").doesNotContain("secret reason");
            assertThat(page.header("Content-Type")).startsWithIgnoringCase("text/html");
        }
    }

    /** Then the server has the last word, and Jetty's is the reason of the status. */
    @ParameterizedTest
    @ValueSource(ints = {410, 411})
    void anErrorPageThatFailsItselfEnds(int status) throws Exception {
        try (Page page = client().get("/status/" + status)) {
            assertThat(page.status()).isIn(status, 500);
            assertThat(page.readAll()).doesNotContain("dev.kida", "nothing.at.all", "{% broken", "Exception");
        }
        try (Page page = client().get("/status/409")) {
            assertThat(page.status()).isEqualTo(409);
        }
    }

    @Test
    void anErrorPageKnowsTheRequestThatFailed() throws Exception {
        try (Page page = client().get("/status/423?x=1")) {
            assertThat(page.status()).isEqualTo(423);
            assertThat(page.readAll())
                    .isEqualTo("<form method=\"post\" action=\"/status/423?x=1\">/status/423 1</form>");
        }
    }

    // ---- requests --------------------------------------------------------------------------------------------------

    @Test
    void aPageIsUtf8WhateverIsAccepted() throws Exception {
        String id = scene(template("<p>{{ n }}</p>"), Map.of("n", Mono.just("é日")));

        for (String accept : List.of("text/html;charset=iso-8859-1", "text/html", "*/*")) {
            try (Page page = client().get("/scene/" + id, "Accept", accept, "Accept-Charset", "iso-8859-1")) {
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
                assertThat(page.readAll()).isEqualTo("<p>é日</p>");
            }
        }
    }

    @Test
    void aPageIsUtf8WhateverTheHandlerSays() throws Exception {
        String id = scene(template("{{ n }}"), Map.of("n", "é"));

        try (Page page = client().get("/typed/" + id, "Accept", "text/plain")) {
            assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
            assertThat(page.readAll()).isEqualTo("é");
        }
    }

    @Test
    void aMethodThatIsNotThereHasItsPageAndTheOthersAreTold() throws Exception {
        String id = scene(template("x"), Map.of());

        try (Page page = client().send("POST", "/scene/" + id)) {
            assertThat(page.status()).isEqualTo(405);
            assertThat(page.readAll()).isEqualTo("<h1>405 of a kind</h1>");
        }
        try (Page page = client().send("OPTIONS", "/scene/" + id)) {
            assertThat(page.header("Allow")).contains("GET", "HEAD");
            assertThat(page.readAll()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?q=%ZZ", "?q=%C3%28", "?%00=1", "?&&=&=x", "?q", "?q=a+b%"})
    void aQueryThatNobodyCanReadIsNoFailureOfThePage(String query) throws Exception {
        String id = scene(template("{{ request.query.q ?? '-' }}|{{ request.query | length }}"), Map.of());

        assertThat(client().raw("/scene/" + id + query)).matches("(?s)HTTP/1.1 (200|400).*");
    }

    // ---- values ----------------------------------------------------------------------------------------------------

    @Test
    void whatNeverCameIsNull() throws Exception {
        String view = "[{{ n }}][{{ n ?? 'none' }}][{{ n is none }}][{% for x in f %}{{ x }}{% empty %}-{% end %}]";

        try (Page page = show(view, Map.of("n", Mono.empty(), "f", Flux.empty()))) {
            assertThat(page.readAll()).isEqualTo("[][none][true][-]");
        }
    }
}
