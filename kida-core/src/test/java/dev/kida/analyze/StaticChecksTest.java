package dev.kida.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kida.error.ErrorCode;
import dev.kida.error.SourceText;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.error.TemplateWarning;
import dev.kida.syntax.LexerSettings;
import dev.kida.syntax.TemplateParser;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticChecksTest {

    private static final Map<String, TemplateFunction> BUILTIN = Map.of(
            "upper", function("value"),
            "truncate", function("value, length=255, end='...'"),
            "select", function("value, test=null, *args"),
            "selectattr", function("value, attr, *args"));

    private static final Map<String, TemplateFunction> TESTS =
            Map.of("odd", function("value"), "even", function("value"), "in", function("value, seq"));

    private static TemplateFunction function(String parameters) {
        return TemplateFunction.of("f", Signature.parse(parameters), (arguments, context) -> null);
    }

    private static List<TemplateWarning> check(String template) {
        Map<String, TemplateFunction> filters = new HashMap<>(BUILTIN);
        filters.put("mine", function("value, wanted"));
        SourceText source = new SourceText("t", null, template);
        return StaticChecks.check(
                TemplateParser.parse(source, LexerSettings.DEFAULT),
                source,
                new KnownFunctions(filters, TESTS, BUILTIN));
    }

    private static TemplateSyntaxException error(String template) {
        return catchThrowableOfType(TemplateSyntaxException.class, () -> check(template));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '»', quoteCharacter = '`', textBlock = """
            K-PAR-004 » upper    » {{ s | uper }}
            K-PAR-004 » upper    » {{ s ?| uper }}
            K-PAR-004 » upper    » {{ s |> uper }}
            K-PAR-004 » upper    » {{ f([{'a': s | uper}]) }}
            K-PAR-004 » upper    » {% if false %}{{ s | uper }}{% end %}
            K-PAR-004 » upper    » {% filter uper %}{% end %}
            K-PAR-004 » upper    » {% capture c | uper %}{% end %}
            K-PAR-004 » upper    » {% def f(a=s | uper) %}{% end %}
            K-PAR-004 » truncate » {% call f() %}{% slot a %}{{ s | trunkate }}{% end %}{% end %}
            K-PAR-005 » odd      » {{ n is ood }}
            K-PAR-005 » odd      » {% match n %}{% case _ if n is not ood %}{% end %}
            K-PAR-005 » odd      » {{ xs | select('ood') }}
            K-PAR-005 » odd      » {{ xs | select(test='ood') }}
            K-PAR-005 » even     » {{ xs | selectattr('ood', 'evn') }}
            """)
    void findUnknownNames(String code, String similar, String template) {
        TemplateSyntaxException error = error(template);

        assertThat(error.getCode()).isEqualTo(ErrorCode.of(code));
        assertThat(error.getSuggestion()).isEqualTo("Did you mean '" + similar + "'?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ s | upper(1) }}",
                "{{ s | upper(x=1) }}",
                "{{ s | truncate(1, length=2) }}",
                "{% filter upper(1) %}{% end %}",
                "{{ xs | selectattr }}"
            })
    void findArgumentsABuiltInFilterDoesNotTake(String template) {
        assertThat(error(template).getCode()).isEqualTo(ErrorCode.K_PAR_004);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ s | truncate(end='', length=1) }}",
                "{{ s | mine }}",
                "{{ s | mine(1, 2, 3) }}",
                "{{ xs | select('>', 1) }}",
                "{{ xs | select(name) }}",
                "{{ n is in([1]) }}",
                "{% block a %}{% end %}{% block a %}{% end %}",
                "{% def a() %}{% end %}{% def a() %}{% end %}{% block a %}{% end %}",
                "{% region r() %}{% end %}{% embed 'x' %}{% block r %}{% end %}{% end %}"
            })
    void leaveTheRestAlone(String template) {
        assertThat(check(template)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% region r() %}{% end %}\n{% block r %}{% end %}",
                "{% block r %}{% end %}\n{% region r() %}{% end %}",
                "{% region r() %}{% end %}\n{% region r() %}{% end %}",
                "{% def r() %}{% end %}\n{% region r() %}{% end %}",
                "{% region r() %}{% end %}{% if x %}\n{% fragment r %}{% end %}{% end %}"
            })
    void findRegionsThatShareAName(String template) {
        TemplateSyntaxException error = error(template);

        assertThat(error.getCode()).isEqualTo(ErrorCode.K_PAR_006);
        assertThat(error.getLine()).isEqualTo(2);
    }

    @Test
    void reportTheFirstError() {
        assertThat(error("{{ 1 is nope }}\n{{ 1 | nope }}").getCode()).isEqualTo(ErrorCode.K_PAR_005);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '»', quoteCharacter = '`', textBlock = """
            let    » {% if a %}{% set x = 1 %}{% end %}{{ x }}
            let    » {% if a %}{% if b %}{% set x = 1 %}{% end %}{% end %}{% for i in x %}{% end %}
            let    » {% if a %}{% set x = 1 %}{% end %}{% block b %}{{ x }}{% end %}
            export » {% let x = 0 %}{% if a %}{% set x = 1 %}{% end %}
            export » {% with x = 0 %}{% unless a %}{% set x = 1 %}{% end %}{% end %}
            a if   » {% for i in l %}{% if a %}{% set x = 1 %}{% end %}{{ x }}{% end %}
            a if   » {% for i in l %}{% if a %}{% set i = 1 %}{% end %}{% end %}
            """)
    void warnAboutSetInABranch(String hint, String template) {
        assertThat(check(template)).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(ErrorCode.K_WARN_002);
            assertThat(warning.suggestion()).contains(hint);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% if a %}{% set x = 1 %}{{ x }}{% set x = 2 %}{% end %}",
                "{% if a %}{% set x = 1 %}{% end %}{% let x = 2 %}{{ x }}",
                "{% if a %}{% let x = 1 %}{% end %}{{ x }}",
                "{% let x = 1 %}{% for i in l %}{% if a %}{% set x = 1 %}{% end %}{% end %}",
                "{% set x = 1 %}{{ x }}"
            })
    void doNotWarnAboutOtherAssignments(String template) {
        assertThat(check(template)).isEmpty();
    }

    @Test
    void listWarningsInSourceOrder() {
        String template = "{% if a %}{% set x = 1 %}{% end %}\n{{ x ?? [] | upper }}";

        assertThat(check(template))
                .extracting(TemplateWarning::code)
                .containsExactly(ErrorCode.K_WARN_002, ErrorCode.K_WARN_001);
        assertThat(check(template).get(0).toString())
                .startsWith("[K-WARN-002] ")
                .contains("(t:1)");
    }
}
