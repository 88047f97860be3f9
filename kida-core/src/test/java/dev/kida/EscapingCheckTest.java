package dev.kida;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.error.Diagnostic;
import dev.kida.load.MapLoader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Output where the escaping of HTML is not enough (spec 08 §1). */
class EscapingCheckTest {

    private static List<String> codes(String template) {
        return KidaChecker.of(KidaEngine.builder().build()).checkSource(template, "page.html").stream()
                .map(finding -> finding.code().code())
                .toList();
    }

    private static List<Diagnostic> check(String name, Map<String, String> templates) {
        return KidaChecker.of(new MapLoader(templates)).check(List.of(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>{{ x }}</p>",
                "<a title=\"{{ x }}\" class='a {{ x }}'>",
                "<a title = \"{{ x }}\">",
                "{# <a href={{ x }}> #}",
                "<!-- <a href={{ x }}> -->",
                "<!DOCTYPE html><p>{{ x }}",
                "a < b {{ x }}",
                "<textarea>{{ x }}</textarea><title>{{ x }}</title>",
                // URLs whose kind is settled
                "<a href=\"{{ x | safe_url }}\">",
                "<a href='{{ x | safe_url(\"/\") | e }}'>",
                "<a href=\"/p/{{ x }}\">",
                "<a href=\"?q={{ x | urlencode }}\">",
                "<a href=\"https://example.org/{{ x }}\">",
                "<a href=\"mailto:{{ x }}\">",
                "<a href=\"page-{{ x }}.html\">",
                "<a href=\"{{ '/p/' ~ x }}\">",
                "<a href=\"{{ x | safe_url }}/{{ y }}\">",
                "<a href=\"{{ '/a' if x else '/b' }}\">",
                "<img src=\"data:image/png;base64,{{ x }}\">",
                "<a data-href=\"{{ x }}\">",
                // scripts
                "<script>var x = {{ x | tojson }};</script>",
                "<script>var x = '{{ x | js }}', y = \"{{ x | js }}\", z = `{{ x | js }}`;</script>",
                "<script>var x = 'it\\'s {{ x | js }}';</script>",
                "<script>var x = '{{ x | tojson }}';</script>",
                "<script>var n = {{ x | int }}, m = {{ x | length }};</script>",
                "<script>/* it's */ var x = {{ x | tojson }}; // it's\nvar y = {{ x | tojson }};</script>",
                "<script>var r = /'/g, x = {{ x | tojson }};</script>",
                "<script>var a = b / c, x = '{{ x | js }}';</script>",
                "<script>var x = `${ {{ x | tojson }} } {{ x | js }}`;</script>",
                "<script type=\"application/ld+json\">{{ x | tojson }}</script>",
                "<script type=\"text/x-template\"><p>{{ x }}</p></script>",
                "<script>if (a </b/.test(c)) {}</script><p>{{ x }}</p>",
                "<button onclick=\"go('{{ x | js }}')\">",
                "<button onclick=\"go({{ x | tojson(attr=true) }})\">",
                "<button onclick='go({{ x | tojson }})'>",
                "<style>a { color: {{ x | css }} }</style>",
                // the author's own text, and numbers
                "<a class={{ 'b' }} tabindex={{ x + 1 - 1 }} data-n={{ loop.index }}>",
                "<option {{ 'selected' if x == y }}>",
                "<div {{ x | xmlattr }} {{ attributes(x) }} {{ x | safe }}>",
                "<h{{ x }}></h{{ x }}>",
                "<div data-x=\"{{ x | tojson(attr=true) }}\" data-y='{{ x | tojson }}'>",
                // branches that come together again
                "<a {% if x %}class=\"a\"{% else %}class=\"b\"{% end %} title=\"{{ x }}\">{{ x }}</a>",
                "<a class=\"{% for y in x %}{{ y }} {% end %}\">{{ x }}</a>",
                "{% capture c %}<a href={% end %}{{ x }}",
                "{% def f() %}<script>{% end %}{{ x }}",
            })
    void accepts(String template) {
        assertThat(codes(template)).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '»', quoteCharacter = '§', textBlock = """
        K-ESC-003 » <a title={{ x }}>
        K-ESC-003 » <a title=a{{ x }}>
        K-ESC-003 » <a title={{ x | safe }}>
        K-ESC-003 » <A TITLE= {{ x }}>
        K-ESC-003 » <a href={{ x | safe_url }}>
        K-ESC-003 » <a href="{{ x }}">
        K-ESC-003 » <a href=" {{ x }}/y">
        K-ESC-003 » <a href="java{{ x }}">
        K-ESC-003 » <a href="{{ x ~ '/y' }}">
        K-ESC-003 » <a href="{{ x if x else '/' }}">
        K-ESC-003 » <a href="{{ x | default('/') }}">
        K-ESC-002 » <a href="{{ x | safe }}">
        K-ESC-003 » <a href="javascript:go('{{ x }}')">
        K-ESC-003 » <a href="data:{{ x }}">
        K-ESC-003 » <img SRC='{{ x }}'>
        K-ESC-003 » <form action="{{ x }}">
        K-ESC-003 » <button formaction="{{ x }}">
        K-ESC-003 » <use xlink:href="{{ x }}"/>
        K-ESC-003 » <button onclick="go({{ x }})">
        K-ESC-003 » <button onclick="go('{{ x }}')">
        K-ESC-003 » <button onClick='{{ x | js }}'>
        K-ESC-004 » <button onclick="go({{ x | tojson }})">
        K-ESC-004 » <div data-x="{{ x | tojson }}">
        K-ESC-005 » <div class="{{ x | xmlattr }}">
        K-ESC-003 » <div {{ x }}>
        K-ESC-003 » <div data-{{ x }}="y">
        K-ESC-003 » <script>var x = {{ x }};</script>
        K-ESC-003 » <script>var x = '{{ x }}';</script>
        K-ESC-003 » <script>var x = {{ x | js }};</script>
        K-ESC-002 » <script>{{ x | safe }}</script>
        K-ESC-004 » <script>var x = "{{ x | tojson }}";</script>
        K-ESC-003 » <script>var x = `{{ x }}`;</script>
        K-ESC-004 » <script>var x = `{{ x | tojson }}`;</script>
        K-ESC-003 » <script>var x = `${y}{{ x }}`;</script>
        K-ESC-003 » <script>var x = /{{ x | tojson }}/;</script>
        K-ESC-003 » <script>// {{ x }}</script>
        K-ESC-003 » <script type="module">{{ x }}</script>
        K-ESC-003 » <script type=application/json>{{ x }}</script>
        K-ESC-003 » <SCRIPT>"</script" + {{ x }}</SCRIPT>
        K-ESC-003 » <style>a { color: {{ x }} }</style>
        K-ESC-003 » <style>a { color: {{ x | js }} }</style>
        K-ESC-003 » {% if a %}<script>{% else %}<style>{% end %}{{ x }}
        K-ESC-003 » <a {% if a %}href="{% else %}title="{% end %}{{ x }}">
        K-ESC-003 » {% for a in b %}{{ x }}<script>{% end %}
        K-ESC-003 » {% match a %}{% case 1 %}<script>{% end %}{{ x }}
        K-ESC-003 » <script>{% def f() %}{% end %}{{ x }}</script>
        K-ESC-003 » <script>{% trans n=x %}{{ n }}{% end %}</script>
        K-ESC-003 » {% def f(x) %}<a href="{{ x }}">{% end %}
        """)
    void reports(String code, String template) {
        assertThat(codes(template)).containsExactly(code);
    }

    @Test
    void saysWhereAndWhatToWrite() {
        Diagnostic finding = KidaChecker.of(KidaEngine.builder().build())
                .checkSource("<p>\n<a href=\"{{ url }}\">", "page.html")
                .get(0);

        assertThat(finding.severity()).isEqualTo(Diagnostic.Severity.WARNING);
        assertThat(finding.formatCompact())
                .startsWith("K-ESC-003: Output in the URL attribute 'href' without 'safe_url'\n  --> page.html:2:9\n")
                .contains("\n>  2 | <a href=\"{{ url }}\">\n")
                .contains("Suggestion: Write {{ … | safe_url }}");
    }

    @Test
    void leavesTemplatesAloneThatDoNotEscape() {
        KidaEngine plain = KidaEngine.builder().autoescape(false).build();

        assertThat(KidaChecker.of(plain).checkSource("<a href={{ x }}>", null)).isEmpty();
    }

    @Test
    void knowsWhereParentsPutTheirBlocks() {
        Map<String, String> templates = Map.of(
                "base.html", "<script>{% block script %}{% end %}</script>{% block body %}{% end %}",
                "middle.html", "{% extends 'base.html' %}{% block body %}<style>{% block css %}{% end %}{% end %}",
                "page.html",
                        "{% extends 'middle.html' %}{% block script %}{{ a }}{% end %}{% block css %}{{ b }}{% end %}",
                "embed.html", "{% embed 'base.html' %}{% block script %}{{ a }}{% end %}{% end %}{{ b }}",
                "text.html", "{% extends 'middle.html' %}{% block body %}{{ a }}{% end %}",
                "loop.html", "{% extends 'loop.html' %}{% block body %}{{ a }}{% end %}");

        assertThat(check("page.html", templates)).extracting(Diagnostic::column).containsExactly(45, 76);
        assertThat(check("embed.html", templates))
                .extracting(Diagnostic::column)
                .containsExactly(41);
        assertThat(check("text.html", templates)).isEmpty();
        assertThat(check("loop.html", templates)).isEmpty();
    }
}
