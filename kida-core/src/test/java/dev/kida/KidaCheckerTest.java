package dev.kida;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.Diagnostic;
import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.load.MapLoader;
import dev.kida.load.TemplateLoader;
import dev.kida.load.TemplateSource;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings about templates that are not rendered (spec 04 §10, 07 §17). */
class KidaCheckerTest {

    private static final Map<String, String> OTHERS = Map.of(
            "parts.html", "{% def card(title: str, n: int = 1) %}{% end %}{% region side(a) %}{% end %}",
            "footer.html", "{{ year }}",
            "broken.html", "{% if %}");

    private static List<String> check(String template) {
        KidaEngine engine = KidaEngine.builder()
                .loader(new MapLoader(OTHERS))
                .global("site", "x")
                .build();
        return KidaChecker.of(engine).checkSource(template, "page.html").stream()
                .map(finding -> finding.code() + " " + finding.line() + ":" + finding.column() + " " + finding.message()
                        + (finding.suggestion() == null ? "" : " | " + finding.suggestion()))
                .toList();
    }

    // ---- calls ----------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '»', quoteCharacter = '§', textBlock = """
        unknown 'titl'; missing 'title' » {% def card(title, n=1) %}{% end %}{% if y %}{{ card(titl='x') }}{% end %}
        missing 'title'                 » {% def card(title) %}{% end %}{{ card() }}
        missing 'title'                 » {% def card(title) %}{% end %}{% call card %}{% end %}
        missing 'title', 'b'            » {% def card(title, b) %}{% end %}{% call card() %}x{% end %}
        missing 'b'                     » {% def card(title, b) %}{% end %}{% set s = card(1) %}
        missing 'title'                 » {% def card(title) %}{% end %}{% let s = card() %}
        unknown 'x'                     » {% def card(*all) %}{% end %}{{ card(x=1) }}
        missing 'a'                     » {% def card(a, **all) %}{% end %}{{ card(x=1) }}
        missing 'a'                     » {% def card() %}{% end %}{% def card(a) %}{% end %}{{ card() }}
        missing 'a'                     » {% def f() %}{% def card(a) %}{% end %}{{ card() }}{% end %}
        missing 'title'                 » {% from 'parts.html' import card %}{{ card() }}
        missing 'title'                 » {% from './parts.html' import card as c %}{{ c() }}
        """)
    void reportsCallsThatDoNotFit(String problem, String template) {
        assertThat(check(template))
                .singleElement()
                .asString()
                .startsWith("K-CMP-001")
                .contains(": " + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% def card(title, n=1) %}{% end %}{{ card('a', 2, 3) }}",
                "{% def card(title, *rest) %}{% end %}{{ card() }}",
                "{% def card(a, **all) %}{% end %}{{ card(1, x=1) }}",
                "{% def card(a) %}{% end %}{{ card() | upper }}{{ card() ~ 'x' }}{% if card() %}{% end %}{{ f(card())"
                        + " }}",
                "{% region side(a) %}{% end %}{{ side() }}",
                "{% import 'parts.html' as parts %}{{ parts.card() }}",
                "{% from name import card %}{{ card() }}",
                "{% from 'parts.html' import side %}{{ side() }}",
                "{% def card(a) %}{% end %}{% for card in cards %}{{ card() }}{% end %}",
                "{% def f(title: str | None, n: float = 1.0, b: bool = true) %}{% end %}{{ f(none, 1, b=false) }}",
                "{% def f(a: int, b: list, c: int | Item) %}{% end %}{{ f(-1.0, 'x', 'y') }}{{ f(x, [], {}) }}",
            })
    void acceptsCalls(String template) {
        assertThat(check(template)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '»', quoteCharacter = '§', textBlock = """
        'n' of 'f' is declared as int, not str: 'x'          » {% def f(n: int) %}{% end %}{{ f('x') }}
        'n' of 'f' is declared as int, not bool: true        » {% def f(n: int) %}{% end %}{{ f(n=true) }}
        'n' of 'f' is declared as int, not float: 1.5        » {% def f(n: int) %}{% end %}{{ f(1.5) }}
        'n' of 'f' is declared as float, not bool: false     » {% def f(n: float) %}{% end %}{{ f(false) }}
        's' of 'f' is declared as str, not none: none        » {% def f(s: str) %}{% end %}{% call f(none) %}{% end %}
        's' of 'f' is declared as str | None, not int: 1     » {% def f(a, s: str|None) %}{% end %}{{ f(x, 1) }}
        'title' of 'c' is declared as str, not int: 5        » {% from 'parts.html' import card as c %}{{ c(5) }}
        """)
    void reportsLiteralsOfTheWrongType(String problem, String template) {
        assertThat(check(template))
                .singleElement()
                .asString()
                .startsWith("K-CMP-002")
                .endsWith(problem);
    }

    @Test
    void suggestsWhatTheCallMeans() {
        assertThat(check("{% def card(title) %}{% end %}\n{{ card('x', titel=1) }}"))
                .containsExactly("K-CMP-001 2:3 The call of 'card' does not fit its parameters: unknown 'titel'"
                        + " | Did you mean 'title'?");
        assertThat(check("{% def card(title, n=1, *a, **k) %}{% end %}{% def f(a) %}{% end %}{{ f() }}"))
                .singleElement()
                .asString()
                .endsWith("| It is declared as f(a)");
    }

    @Test
    void warnsAboutCallsWhenTemplatesAreCompiled() {
        KidaEngineBuilder builder = KidaEngine.builder().loader(new MapLoader(OTHERS));
        String template = "{% set a = a ?? b | upper %}{% from 'parts.html' import card %}{{ card(titl=1) }}"
                + "{% from 'broken.html' import x %}{% from 'nowhere.html' import y %}";

        assertThat(builder.build().fromString(template).warnings())
                .extracting(warning -> warning.code().code())
                .containsExactly("K-WARN-001");
        assertThat(builder.validateCalls(true).build().fromString(template).warnings())
                .extracting(warning -> warning.code().code())
                .containsExactly("K-WARN-001", "K-CMP-001");
    }

    @Test
    void survivesTemplatesThatImportEachOther() {
        TemplateLoader loader = new MapLoader(Map.of(
                "a.html", "{% from 'b.html' import b %}{% def a(x) %}{% end %}{{ b() }}",
                "b.html", "{% from 'a.html' import a %}{% def b(x) %}{% end %}{{ a() }}"));
        KidaEngine engine =
                KidaEngine.builder().loader(loader).validateCalls(true).build();

        assertThat(engine.getTemplate("a.html").warnings()).hasSize(1);
        assertThat(KidaChecker.of(engine).check()).hasSize(2);
    }

    // ---- declarations ---------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '»', quoteCharacter = '§', textBlock = """
        K-TYP-001 1:27 'zz' is not declared                     » {% template name: str %}{{ zz }}{{ name }}
        K-TYP-002 1:12 'name' is declared but never used        » {% template name: str %}
        K-TYP-003 1:27 'nmae' is not declared, but 'name' is    » {% template name: str %}{{ nmae }}{{ name }}
        K-TYP-001 1:63 'x' is not declared                      » {% template rows: list %}{% for x in rows %}{{ x }}{% end %}{{ x }}
        K-TYP-001 1:38 'who' is not declared                    » {% template %}{% def f(a) %}{{ a }}{{ who }}{% end %}
        """)
    void comparesNamesWithTheDeclaration(String finding, String template) {
        assertThat(check(template)).singleElement().asString().startsWith(finding);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ anything }}",
                "{% template name: str %}{{ name }}{{ range(3) }}{{ site }}",
                "{% template rows: list %}{% for row in rows %}{{ row }}{{ loop.index }}{% end %}",
                "{% template x: int %}{% if x %}{% let y = 1 %}{% end %}{{ y ?? 0 }}",
                "{% template x: int %}{% def f(a) %}{{ a }}{{ f(1) }}{{ caller() }}{% end %}{{ f(x) }}",
                "{% template year: int %}{% include 'footer.html' %}",
                "{% template year: int %}{% include 'broken.html' %}",
                "{% template year: int %}{% include name %}{% set name = 'x' %}",
                "{% template a: int %}{% region r(a) %}{{ a }}{% end %}",
                "{% template a: int %}{{ a is defined }}",
                "{% template a: list %}{{ [b for b in a] }}{% from 'parts.html' import card %}{{ card(a) }}",
            })
    void acceptsNames(String template) {
        assertThat(check(template))
                .filteredOn(finding -> finding.contains("K-TYP"))
                .isEmpty();
    }

    // ---- targets --------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '»', quoteCharacter = '§', textBlock = """
        1:11 » {% include 'foter.html' %}
        1:11 » {% extends 'x.html' %}
        1:9  » {% embed 'x.html' %}{% end %}
        1:10 » {% import 'x.html' as x %}
        1:8  » {% from 'x.html' import x %}
        1:11 » {% include '../up.html' %}
        1:35 » {% include 'footer.html' if x else 'x.html' %}
        1:31 » {% if x %}{% else %}{% include 'x' %}{% end %}
        """)
    void reportsTemplatesThatAreNotThere(String place, String template) {
        assertThat(check(template)).singleElement().asString().startsWith("K-TPL-001 " + place + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include 'footer.html' %}{% include './footer.html' %}",
                "{% include 'x.html' ignore missing %}",
                "{% include name %}{% include 'x' ~ y %}",
                "{% extends 'broken.html' %}",
            })
    void acceptsTargets(String template) {
        assertThat(check(template)).isEmpty();
    }

    @Test
    void asksForRelativePathsOnlyWhenToldTo() {
        KidaChecker checker = KidaChecker.of(new MapLoader(Map.of(
                "shop/page.html",
                        "{% include 'shop/row.html' %}{% include './row.html' %}{% include 'shop/a/b.html' %}",
                "shop/row.html", "",
                "shop/a/b.html", "")));

        assertThat(checker.check()).isEmpty();
        assertThat(checker.with(CheckOptions.DEFAULT.withRelativePaths(true)).check())
                .extracting(Diagnostic::code, Diagnostic::suggestion)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ErrorCode.K_PATH_001, "Write './row.html'"));
    }

    // ---- the whole ------------------------------------------------------------------------------------------

    @Test
    void checksAFolderAndGoesOnAfterABrokenTemplate(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("a.html"), "{{ x | uper }}{{ x | lowr }}{% include 'nowhere' %}");
        Files.writeString(folder.resolve("b.html"), "<a href={{ x }}>{% if x %}{% set y = 1 %}{% end %}{{ y }}");
        Files.writeString(folder.resolve("sub/c.kida"), "{% for %}");
        Files.write(folder.resolve("d.html"), new byte[] {(byte) 0xff});
        Files.writeString(folder.resolve("e.html"), "{% def f(a) %}{% end %}{{ f() }}{{ x }}");

        List<Diagnostic> findings = KidaChecker.ofDirectory(folder).check();

        assertThat(findings)
                .extracting(finding -> finding.code() + " " + finding.template() + ":" + finding.line())
                .containsExactly(
                        "K-PAR-004 a.html:1",
                        "K-PAR-004 a.html:1",
                        "K-TPL-001 a.html:1",
                        "K-TPL-001 d.html:0",
                        "K-PAR-003 sub/c.kida:1",
                        "K-WARN-002 b.html:1",
                        "K-CMP-001 e.html:1",
                        "K-ESC-003 b.html:1");
        assertThat(findings.get(0).location()).endsWith("a.html");
        assertThat(findings.get(0).snippet()).contains("uper");
    }

    @Test
    void refusesWhatIsNoFolder(@TempDir Path folder) {
        assertThatThrownBy(() -> KidaChecker.ofDirectory(folder.resolve("nowhere")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KidaChecker.of(KidaEngine.builder().build()).check())
                .isInstanceOf(TemplateRuntimeException.class);
    }

    @Test
    void reportsNothingTwice() {
        KidaChecker checker = KidaChecker.of(new MapLoader(Map.of("a", "{% if %}")));

        assertThat(checker.check(List.of("a", "a"))).hasSize(1);
    }

    @Test
    void knowsWhatTheEngineKnows() {
        TemplateFunction shout = TemplateFunction.of("shout", Signature.parse("value"), (args, context) -> args[0]);
        KidaEngine engine = KidaEngine.builder().filter("shout", shout).build();

        assertThat(KidaChecker.of(engine).checkSource("{{ x | shout }}", null)).isEmpty();
        assertThat(KidaChecker.of(engine).checkSource("{{ x | shot }}", null))
                .singleElement()
                .extracting(Diagnostic::template, Diagnostic::suggestion)
                .containsExactly("(inline)", "Did you mean 'shout'?");
    }

    @Test
    void doesWithoutWhatIsSwitchedOff() {
        CheckOptions none = CheckOptions.NONE;
        KidaChecker checker = KidaChecker.of(new MapLoader(Map.of())).with(none);
        String template = "{% template a: int %}{% def f(x) %}{% end %}{{ f() }}{% include 'no' %}<a href={{ b }}>";

        assertThat(checker.checkSource(template, "page.html")).isEmpty();
        for (CheckOptions one : List.of(
                none.withCalls(true), none.withDeclarations(true), none.withTargets(true), none.withEscaping(true))) {
            assertThat(checker.with(one).checkSource(template, "page.html")).hasSize(1);
        }
    }

    @Test
    void goesOnWhenALoaderFails() {
        TemplateLoader loader = new TemplateLoader() {
            @Override
            public TemplateSource load(String name) {
                if (name.equals("a")) {
                    throw new IllegalStateException("disk on fire");
                }
                return new TemplateSource(name, "{{ 1 +");
            }

            @Override
            public List<String> list() {
                return List.of("a", "b");
            }
        };

        assertThat(KidaChecker.of(loader).check())
                .extracting(Diagnostic::template)
                .containsExactly("a", "b");
    }
}
