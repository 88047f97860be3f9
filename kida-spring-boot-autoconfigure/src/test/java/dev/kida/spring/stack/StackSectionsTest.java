package dev.kida.spring.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.stack.PageClient.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Sections that come later, and pages that end in good order although they failed: the same on every stack. */
abstract class StackSectionsTest extends StackFeaturesTest {

    private static final String SECTION = "<main>{% defer %}<b>{{ name }}</b>{% loading %}wait{% end %}</main>";

    private static final String ENDING = "{% fragment stream_error %}<p>{{ error.type }}</p>{% end %}";

    private static final String FAILURE = "<p>TemplateRuntimeError</p>";

    @Override
    List<String> properties() {
        return List.of("kida.on-stream-error=stream_error");
    }

    // ---- sections --------------------------------------------------------------------------------------------------

    @Test
    void aSectionComesWhenItIsReady() throws Exception {
        Sinks.One<String> name = Sinks.one();
        String view = template("<body>" + SECTION + "<footer></footer></body>");
        try (Page page = show(scene(view, Map.of("name", name.asMono())))) {
            assertThat(page.readUntil("</footer>")).contains("<?start name=").contains("wait<?end></main>");
            name.tryEmitValue("late").orThrow();
            String nonce = page.header("Content-Security-Policy").replaceAll(".*'nonce-(.*)'", "$1");
            assertThat(page.readAll())
                    .contains("<script nonce=\"" + nonce + "\">")
                    .containsPattern("<template for=\"s1-[^\"]+\"><b>late</b></template>");
        }
    }

    @ParameterizedTest
    @CsvSource({"HX-Request,true", "X-In-Place,on"})
    void itIsInItsPlaceForHtmxAndWhereNothingMayComeLater(String header, String value) throws Exception {
        String id = scene(template("<body>" + SECTION + "</body>"), Map.of("name", Mono.just("now")));

        try (Page page = client().get("/scene/" + id, header, value)) {
            assertThat(page.readAll()).isEqualTo("<body><main><b>now</b></main></body>");
        }
    }

    @Test
    void inItsPlaceItStreamsAsEverythingDoes() throws Exception {
        Sinks.One<String> name = Sinks.one();
        String id = scene(template("<body>" + SECTION + "</body>"), Map.of("name", name.asMono()));

        try (Page page = client().get("/scene/" + id, "HX-Request", "true")) {
            assertThat(page.readUntil("<b>")).isEqualTo("<body><main><b>");
            name.tryEmitValue("late").orThrow();
            assertThat(page.readAll()).isEqualTo("<body><main><b>late</b></main></body>");
        }
    }

    @Test
    void aFragmentHasItInItsPlace() throws Exception {
        String id = scene(template("{% block b %}" + SECTION + "{% end %}") + "#b", Map.of("name", Mono.just("now")));

        try (Page page = show(id)) {
            assertThat(page.readAll()).isEqualTo("<main><b>now</b></main>");
        }
    }

    // ---- the end of a page that failed -----------------------------------------------------------------------------

    @Test
    void aPageThatFailsWhileItWaitsEndsInGoodOrder() throws Exception {
        Sinks.One<String> name = Sinks.one();
        String view = template("<body><main><i></i>{{ name }}</main></body>" + ENDING);
        try (Page page = show(scene(view, Map.of("name", name.asMono())))) {
            page.readUntil("</i>");
            name.tryEmitError(new IllegalStateException("down")).orThrow();

            assertThat(page.readAll()).isEqualTo("<body><main><i></i></main>" + FAILURE + "</body>");
        }
    }

    @Test
    void aPageThatWaitsForNothingEndsInGoodOrder() throws Exception {
        try (Page page = show("<body><ul><li>{% flush %}{{ 'x'.nope }}</ul></body>" + ENDING, Map.of())) {
            assertThat(page.readAll()).isEqualTo("<body><ul><li></li></ul><p>UndefinedError</p></body>");
        }
    }

    @Test
    void aFragmentEndsInGoodOrder() throws Exception {
        Sinks.One<String> name = Sinks.one();
        String first = scene(template("<i></i>"), Map.of());
        String second = scene(template("<p><b></b>{{ name }}</p>" + ENDING), Map.of("name", name.asMono()));

        try (Page page = client().get("/fragments?id=" + first + "&id=" + second)) {
            page.readUntil("</b>");
            name.tryEmitError(new IllegalStateException("down")).orThrow();

            assertThat(page.readAll()).isEqualTo("<i></i><p><b></b></p>" + FAILURE);
        }
    }

    @Test
    void aFailureBeforeTheFirstByteIsAnErrorPageNevertheless() throws Exception {
        String rows = "{% for i in range(100) %}0123456789{% end %}";
        try (Page page = show(rows + "{{ 'x'.nope }}" + ENDING, Map.of())) {
            assertThat(page.status()).isEqualTo(500);
            assertThat(page.readAll()).contains("<h1>500").doesNotContain("0123");
        }
    }

    @Test
    void aSectionThatFailsEndsThePageInGoodOrder() throws Exception {
        Sinks.One<String> name = Sinks.one();
        String view = template("<body>" + SECTION + "<footer></footer></body>" + ENDING);
        try (Page page = show(scene(view, Map.of("name", name.asMono())))) {
            page.readUntil("</footer>");
            name.tryEmitError(new IllegalStateException("down")).orThrow();

            assertThat(page.readAll()).matches(Pattern.compile(".*</footer>" + FAILURE + "</body>", Pattern.DOTALL));
        }
    }
}
