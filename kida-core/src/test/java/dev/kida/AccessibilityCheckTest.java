package dev.kida;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.error.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that are off unless they are asked for: accessibility, and closing words. */
class AccessibilityCheckTest {

    private static List<Diagnostic> findings(String source, CheckOptions options) {
        return KidaChecker.of(KidaEngine.builder().build()).with(options).checkSource(source, "page.html");
    }

    private static List<String> accessibility(String source) {
        return findings(source, CheckOptions.DEFAULT.withAccessibility(true)).stream()
                .filter(finding -> finding.code().code().startsWith("K-A11Y"))
                .map(finding -> finding.code().code() + " " + finding.line() + ":" + finding.column())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            value = {
                "<p><img src=\"a.png\"></p> ⇒ K-A11Y-001 1:3",
                "<h1>a</h1>{% if x %}<h3>b</h3>{% end %} ⇒ K-A11Y-002 1:20",
                "<html><p>a</p></html> ⇒ K-A11Y-003 1:0",
                "<html lang=''> ⇒ K-A11Y-003 1:0",
                "<input name=q> ⇒ K-A11Y-004 1:0",
                "<label for=a>A</label><input id=b> ⇒ K-A11Y-004 1:22",
                "<label>A</label><select></select> ⇒ K-A11Y-004 1:16",
            })
    void findsWhatShutsPeopleOut(String source, String finding) {
        assertThat(accessibility(source)).containsExactly(finding);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=a alt=''><img {{ attributes | xmlattr }}><img role=presentation src=a>",
                "<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2>",
                "<html lang='{{ language }}'>",
                "<label>A <input></label><label for=a>A</label><input id=a><input aria-label=x>",
                "<input type=hidden><input type='{{ type }}'><input id='{{ id }}'><button>x</button>",
                "<!-- <img> --><script>let a = '<img>';</script>{# <img> #}{{ '<img>' }}",
            })
    void leavesTheRestAlone(String source) {
        assertThat(accessibility(source)).isEmpty();
    }

    @Test
    void isOffUnlessAskedFor() {
        assertThat(findings("<img src=a>{% if x %}{% end %}", CheckOptions.DEFAULT))
                .isEmpty();
    }

    @Test
    void closingWordsCanBeAskedFor() {
        List<Diagnostic> findings = findings(
                "{% if a %}\n{% for x in a %}{{ x }}{% endfor %}{% end %}",
                CheckOptions.DEFAULT.withExplicitEnds(true));
        assertThat(findings).hasSize(1);
        Diagnostic finding = findings.get(0);
        assertThat(finding.code().code()).isEqualTo("K-PAR-007");
        assertThat(finding.severity()).isEqualTo(Diagnostic.Severity.WARNING);
        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.suggestion()).isEqualTo("Write 'endif'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            value = {
                "<p style=\"color: {{ x }}\"> ⇒ K-ESC-003",
                "<iframe srcdoc=\"{{ x }}\"> ⇒ K-ESC-003",
                "<iframe srcdoc=\"{{ x | safe }}\"> ⇒ K-ESC-002",
            })
    void attributesThatAreReadOnceMoreAreFound(String source, String code) {
        assertThat(findings(source, CheckOptions.DEFAULT))
                .singleElement()
                .satisfies(finding -> assertThat(finding.code().code()).isEqualTo(code));
        assertThat(findings("<p style=\"color: {{ x | css }}\">", CheckOptions.DEFAULT))
                .isEmpty();
    }
}
