package dev.kida.spring.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.spring.stack.PageClient.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What data must not be able to do to the markup around it, and where the token of a form must not go: on any stack. */
abstract class StackMarkupAttacksTest extends StackDataAttacksTest {

    private static final String EVIL =
            "</script></style></title></textarea>--><script>x</script>\"'`><img src=x onerror=x>${x}\u2028\u2029";

    private static final String FORM = "{% from 'kida/forms.html' import form %}"
            + "{% call form(action=action, method=method) %}<p>in</p>{% end %}";

    // ---- places ----------------------------------------------------------------------------------------------------

    /** The value may end none of these places, whether it is there or still to come. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>{{ v }}</p>",
                "<p title=\"{{ v }}\"></p>",
                "<p title='{{ v }}'></p>",
                "<title>{{ v }}</title>",
                "<textarea>{{ v }}</textarea>",
                "<!-- {{ v }} -->",
                "<iframe srcdoc=\"{{ v | e }}\"></iframe>",
                "<svg><text>{{ v }}</text></svg>",
                "<math><mtext>{{ v }}</mtext></math>",
                "<script>let v = {{ v | tojson }};</script>",
                "<script>let v = '{{ v | js }}';</script>",
                "<script>let v = `{{ v | js }}`;</script>",
                "<script type=\"application/json\">{{ {'v': v} | tojson }}</script>",
                "<style>p::after { content: '{{ v | css }}' }</style>",
                "<button onclick=\"go('{{ v | js }}')\"></button>",
                "<button hx-vals='{{ {'v': v} | tojson }}' hx-headers='{{ {'v': v} | tojson }}'></button>",
                "<button hx-on:click=\"go('{{ v | js }}')\"></button>",
                "<p {{ {'title': v} | xmlattr }}></p>"
            })
    void noValueEndsThePlaceItIsIn(String place) throws Exception {
        String view = template(place);
        String before = place.substring(0, place.indexOf("{{"));
        String after = place.substring(place.lastIndexOf("}}") + 2);

        for (Object value : List.of(EVIL, Mono.just(EVIL))) {
            try (Page page = show(scene(view, Map.of("v", value)))) {
                String html = page.readAll();
                assertThat(page.status()).isEqualTo(200);
                assertThat(html).startsWith(before).endsWith(after);
                String printed = html.substring(before.length(), html.length() - after.length());
                assertThat(printed)
                        .isNotEmpty()
                        .doesNotContain("</", "<script", "<img", "-->", "\u2028\"")
                        .doesNotContain(
                                place.contains("js }}") ? new String[] {"\"", "'x", "`", "${"} : new String[] {"<"});
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:x",
                "JaVaScRiPt:x",
                " javascript:x",
                "\u0001javascript:x",
                "java\tscript:x",
                "java\nscript:x",
                "javascript\r:x",
                "data:text/html,x",
                "vbscript:x",
                "blob:x",
                "file:///etc/passwd",
                "view-source:x"
            })
    void noUrlRunsAScript(String url) throws Exception {
        String view = template("<a href=\"{{ u | safe_url }}\"></a><form action=\"{{ url(u) }}\"></form>"
                + "<a href=\"{{ url('{a}:{b}', u.split(':')[0], u.split(':')[1]) }}\"></a>");

        try (Page page = show(scene(view, Map.of("u", url)))) {
            assertThat(page.readAll())
                    .startsWith("<a href=\"#\"></a><form action=\"#\"></form>")
                    .doesNotContainPattern("\"(?i)\\s*(javascript|vbscript|data|blob|file|view-source):");
        }
    }

    /** {@code javascript&colon;x} is what a browser would decode to a scheme: it has to come out encoded once more. */
    @Test
    void anEncodedSchemeStaysEncoded() throws Exception {
        String id = scene(template("<a href=\"{{ u | safe_url }}\"></a>"), Map.of("u", "javascript&colon;x"));

        try (Page page = show(id)) {
            assertThat(page.readAll()).doesNotContain("javascript&colon;");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "ONCLICK", "a b", "a\"", "a>", "a=", "a/", "a\u0000", "a\nonclick", "<a"})
    void noNameOfAnAttributeAddsAnother(String name) throws Exception {
        String id = scene(template("<p {{ attrs | xmlattr }}></p>"), Map.of("attrs", Map.of(name, "x")));

        try (Page page = show(id)) {
            assertThat(page.readAll())
                    .satisfiesAnyOf(html -> assertThat(html).isEqualTo("<p ></p>"), html -> assertThat(page.status())
                            .isEqualTo(500));
        }
    }

    @Test
    void onlyWhatIsMarkedAsSafeIsMarkup() throws Exception {
        String id = scene(
                template("{{ '<b>' | safe }}{{ ('<b>' | safe) ~ v }}{{ v ~ ('<b>' | safe) }}{{ o }}"),
                Map.of("v", "<i>", "o", new Sly()));

        try (Page page = show(id)) {
            assertThat(page.readAll())
                    .doesNotContain("<i>", "<u>")
                    .startsWith("<b>")
                    .contains("&lt;u&gt;");
        }
    }

    // ---- tokens ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"post", "POST", "put", "delete"})
    void aFormThatChangesSomethingHasTheToken(String method) throws Exception {
        assertThat(form("/orders", method)).contains("<input type=\"hidden\" name=\"_t\" value=\"secret&amp;\">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/orders|get", "/orders|GET", "http://evil.example/|post", "//evil.example/|post", "\\\\evil|post"
            })
    void noOtherFormHas(String action, String method) throws Exception {
        assertThat(form(action, method)).contains("<p>in</p>").doesNotContain("secret");
    }

    /** A browser drops tabs, line ends and what is before the first visible sign; what is left is another site. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/\t/evil.example",
                "\t//evil.example",
                "/\n\\evil.example",
                "\u0001//evil.example",
                "\u0000\\\\evil.example",
                "ht\ntp://evil.example",
                " https://evil.example",
                "///evil.example",
                "https:evil.example"
            })
    void norAFormWhoseActionHidesAnotherSite(String action) throws Exception {
        assertThat(form(action, "post")).contains("<p>in</p>").doesNotContain("secret");
    }

    private String form(String action, String method) throws Exception {
        String id = scene(template(FORM), Map.of("action", action, "method", method));
        try (Page page = client().get("/scene/" + id, "X-Csrf", "on")) {
            return page.readAll();
        }
    }

    // ---- nonces ----------------------------------------------------------------------------------------------------

    @Test
    void aFragmentWithANonceIsNotKeptForTheNextReader() throws Exception {
        String id = scene(
                template("{% cache 'n' ~ key %}<script nonce=\"{{ csp_nonce() }}\"></script>{% end %}"),
                Map.of("key", "nonce"));

        for (int i = 0; i < 2; i++) {
            try (Page page = show(id)) {
                String nonce = page.readAll().replaceAll("(?s).*nonce=\"([^\"]*)\".*", "$1");
                assertThat(nonce).hasSizeGreaterThan(16);
                assertThat(page.header("Content-Security-Policy")).contains("'nonce-" + nonce + "'");
            }
        }
    }

    @Test
    void aFormIsNotKeptForTheNextReader() throws Exception {
        String id = scene(
                template("{% from 'kida/forms.html' import form %}"
                        + "{% cache 'a form' %}{% call form(action='/x') %}{% end %}{% end %}"),
                Map.of());

        try (Page with = client().get("/scene/" + id, "X-Csrf", "on")) {
            assertThat(with.readAll()).contains("secret&amp;");
        }
        try (Page without = show(id)) {
            assertThat(without.readAll()).contains("<form").doesNotContain("secret");
        }
    }

    /** Text that says of itself that it is markup. */
    public static final class Sly {

        @SuppressWarnings("unused") // the protocols of other languages
        public String __html__() {
            return "<u>";
        }

        public boolean isSafe() {
            return true;
        }

        @Override
        public String toString() {
            return "<u>";
        }
    }
}
