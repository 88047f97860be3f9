package dev.kida;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.error.Diagnostic;
import dev.kida.load.MapLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that are off unless they are asked for: privacy, the model, modularity, and the list of outputs. */
class AdviceCheckTest {

    private static final CheckOptions PRIVACY = CheckOptions.NONE.withPrivacy(true);
    private static final CheckOptions MODULARITY = CheckOptions.NONE.withModularity(true);
    private static final CheckOptions AUDIT = CheckOptions.NONE.withAudit(true);

    private static List<String> findings(String source, CheckOptions options) {
        return KidaChecker.of(KidaEngine.builder().build()).with(options).checkSource(source, "page.html").stream()
                .map(AdviceCheckTest::line)
                .toList();
    }

    private static String line(Diagnostic finding) {
        return finding.code() + " " + finding.line() + ":" + finding.column() + " " + finding.message();
    }

    // ---- privacy ----------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = '⇒', quoteCharacter = '§', textBlock = """
            {{ user.password }}                      ⇒ K-PRI-001 1:7 'user.password' is printed
            {{ user['api_key'] | upper }}            ⇒ K-PRI-001 1:7 'user['api_key']' is printed
            {{ accessToken ?? '' }}                  ⇒ K-PRI-001 1:3 'accessToken' is printed
            <a href="?t={{ token | urlencode }}">    ⇒ K-PRI-001 1:15 'token' is printed
            {% trans s=user.ssn %}a {{ s }}{% end %} ⇒ K-PRI-001 1:15 'user.ssn' is printed
            {% set api_key = 'abc' %}                ⇒ K-PRI-002 1:17 A secret is written
            {{ f(password='abc') }}                  ⇒ K-PRI-002 1:14 A secret is written
            {% set h = {'Authorization': 'Bearer'} %} ⇒ K-PRI-002 1:29 A secret is written
            {{ 'AKIAABCDEFGHIJKLMNOP' }}             ⇒ K-PRI-002 1:3 A secret is written
            <b>sk_live_0123456789abcdef01</b>        ⇒ K-PRI-002 1:3 A secret is written
            {{ user.secret | safe }}                 ⇒ K-PRI-003 1:7 'user.secret' is marked as safe
            {{ u.name }}{{ u | tojson }}             ⇒ K-PRI-004 1:15 The whole of 'u' is printed
            {{ request }}                            ⇒ K-PRI-004 1:3 The whole of 'request' is printed
            {% include page %}                       ⇒ K-PRI-005 1:11 'page' decides which template is read
            {% extends 'a' ~ b %}                    ⇒ K-PRI-005 1:15 ''a' ~ b' decides which template is read
            """)
    void findsWhatTellsTooMuch(String source, String finding) {
        assertThat(findings(source, PRIVACY)).singleElement().asString().startsWith(finding);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ user.name }}{{ order.total }}{{ order | length }}{{ xs.count(1) }}{{ xs }}",
                "{{ csrf_token() }}{{ _csrf.token }}{{ csrf.parameterName }}",
                "{% if user.password is defined and token == '' %}x{% end %}{{ password is none }}",
                "{% set password = form.password %}{% set secret = '' %}{{ f(token=t) }}",
                "{% include 'a' if b else 'c' %}{% import 'm' as m %}",
                "{% for x in xs %}{{ loop.index }}{{ loop }}{% end %}",
            })
    void findsNothingWhereThereIsNothing(String source) {
        assertThat(findings(source, PRIVACY)).isEmpty();
    }

    @Test
    void findsASecretInTheLineWhereItStands() {
        assertThat(findings("<p>\n  <b>ghp_0123456789abcdef0123456789abcdef01</b></p>", PRIVACY))
                .singleElement()
                .asString()
                .startsWith("K-PRI-002 2:5");
    }

    // ---- the model --------------------------------------------------------------------------------------------

    private static List<String> withModel(String source, String... paths) {
        KidaEngine engine = KidaEngine.builder()
                .loader(new MapLoader(Map.of(
                        "page.html", source,
                        "base.html", "{{ title }}{% block b %}{% end %}",
                        "part.html", "{{ order.note }}")))
                .global("site", "x")
                .build();
        return KidaChecker.of(engine).with(CheckOptions.NONE).withModel("page.html", Set.of(paths)).check().stream()
                .map(finding -> finding.template() + " " + line(finding))
                .toList();
    }

    @Test
    void comparesWhatIsReadWithTheModel() {
        assertThat(withModel("{{ order.id }}\n{{ order.totl }}{{ user }}{{ site }}", "order.id", "order.total", "user"))
                .containsExactly(
                        "page.html K-CTX-002 1:0 'order.total' is in the model, but nothing reads it",
                        "page.html K-CTX-001 2:3 'order.totl' is not in the model");
        assertThat(withModel(
                        "{{ order.id }}{{ order['x'].y }}{% for l in lines %}{{ l.z }}{% end %}", "order", "lines"))
                .isEmpty();
        assertThat(withModel("{{ order }}", "order.id")).isEmpty();
        assertThat(withModel("{% set a = 1 %}{{ a }}{% include name %}", "name", "other"))
                .isEmpty();
    }

    @Test
    void looksIntoTemplatesThatShareTheContext() {
        String page = "{% extends 'base.html' %}{% block b %}{% include 'part.html' %}{% end %}";

        assertThat(withModel(page, "title", "order.note")).isEmpty();
        assertThat(withModel(page, "order.id"))
                .containsExactly(
                        "base.html K-CTX-001 1:3 'title' is not in the model",
                        "page.html K-CTX-002 1:0 'order.id' is in the model, but nothing reads it",
                        "part.html K-CTX-001 1:3 'order.note' is not in the model");
    }

    // ---- modularity -------------------------------------------------------------------------------------------

    @Test
    void findsMarkupThatRepeatsItself() {
        String card = "<article class=\"card\"><h2>{{ p.name }}</h2><p class=\"price\">{{ p.price }}</p></article>";
        String page = "{% for p in new %}" + card + "{% end %}\n{% for p in old %}" + card + "{% end %}";

        assertThat(findings(page, MODULARITY)).containsExactly("K-MOD-102 2:18 The same markup stands in line 1");
        assertThat(findings("{% for p in a %}{{ p }}{% end %}{% for p in b %}{{ p }}{% end %}", MODULARITY))
                .isEmpty();
    }

    @Test
    void findsComponentsThatOnlyHandOn() {
        String box = "{% def box(a, b=1) %}<b>{{ a }}</b>{% slot %}{% end %}";

        assertThat(findings(box + "{% def f(x) %} {{ box(x) }} {% end %}", MODULARITY))
                .singleElement()
                .asString()
                .endsWith("The component 'f' only calls 'box'");
        assertThat(findings(box + "{% def f(x) %}{% call box(a=x) %}{% yield %}{% end %}{% end %}", MODULARITY))
                .hasSize(1);
        assertThat(findings(
                        box
                                + "{% def f(x) %}{{ box(x, 2) }}{% end %}{% def g(x) %}{% call box(x) %}!{% end %}{% end %}",
                        MODULARITY))
                .isEmpty();
    }

    // ---- the list of outputs ------------------------------------------------------------------------------------

    @Test
    void listsOutputsForInformation() {
        String page = "{{ a }}{{ b | safe('checked') }}{{ c | tojson }}{{ d | xmlattr }}{{ 1 }}";

        assertThat(findings(page, AUDIT))
                .containsExactly(
                        "K-ESC-001 1:0 'a' is escaped",
                        "K-ESC-002 1:14 'b' is trusted to be HTML: checked",
                        "K-ESC-004 1:32 'c | tojson' is printed as JSON",
                        "K-ESC-005 1:48 'd | xmlattr' is printed as attributes");
        KidaChecker plain =
                KidaChecker.of(KidaEngine.builder().autoescape(false).build()).with(AUDIT);
        assertThat(plain.checkSource("{{ a }}", "page.txt"))
                .singleElement()
                .extracting(AdviceCheckTest::line, Diagnostic::severity)
                .containsExactly(
                        "K-ESC-003 1:0 'a' is printed as it is, because the template does not escape",
                        Diagnostic.Severity.INFO);
    }

    @Test
    void listsRawTextWithWhatIsTrusted() {
        assertThat(findings("a\n{% if x %}{%- raw -%} {{ b }} {% endraw %}{% end %}{{ c | safe }}", AUDIT))
                .containsExactly(
                        "K-ESC-002 2:10 The text of 'raw' is printed as it is",
                        "K-ESC-002 2:58 'c' is trusted to be HTML");
    }

    @Test
    void isOffUnlessAskedFor() {
        assertThat(findings("{{ user.password }}{{ a | safe }}{% include b %}", CheckOptions.DEFAULT))
                .isEmpty();
        assertThat(CheckOptions.ALL.has(CheckRule.PRIVACY)).isTrue();
        assertThat(CheckOptions.ALL.has(CheckRule.AUDIT)).isFalse();
    }
}
