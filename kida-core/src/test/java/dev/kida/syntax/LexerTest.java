package dev.kida.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is text, what is a tag, and what is left of the white space between them. In the tables ⏎ is a newline, ␣ a space. */
class LexerTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '»', quoteCharacter = '`', textBlock = """
            a}}b %} #} c                             » a}}b %} #} c
            { { x } }                                » { { x } }
            {{ '}}' }}                               » <'}}'>
            {{ x }}}                                 » <x>}
            {# a {# b #} c #}                        » ␣c #}
            {##}x{# multi⏎line #}y                   » xy
            {#}x#}y                                  » y
            {# '#}' #}x                              » ' #}x
            a␣␣{{- 1 -}}␣␣b                          » a<1>b
            a␣{{-5}}␣b                               » a<5>␣b
            a␣{{ -5 }}␣b                             » a␣<(NEGATE 5)>␣b
            a␣{{- -5 -}}␣b                           » a<(NEGATE 5)>b
            a␣{{5-}}␣b                               » a␣<5>b
            a␣{{ 1 -}}{{ 2 }}␣␣b                     » a␣<1><2>b
            a␣{{ 1 -}}␣␣{# c #}␣␣b                   » a␣<1>␣␣b
            a␣{#- c -#}␣b                            » a␣b
            {%-if x-%}␣x␣{%-end-%}␣y                 » [if x:x]y
            {% raw %}a & <b> {{ x }}{% endraw %}     » a & <b> {{ x }}
            {% raw %}{{x}} {#c#} {{ 'a' }} {{- @ }}{% endraw %} » {{x}} {#c#} {{ 'a' }} {{- @ }}
            {%- raw -%}␣␣a␣␣{%- endraw -%}␣␣b        » ab
            a{% raw %}{% end %}{%endraw%}b           » a{% end %}b
            x{% raw %}{% endraw %}y                  » xy
            {{ 007 }}{{ 00.5 }}{{ 5. }}              » <7><0.5><5.0>
            {{ 1.. 3 }}{{ 1 ..3 }}                   » <(1..3)><(1..3)>
            {{ 9223372036854775808 }}                » <9223372036854775808>
            """)
    void reads(String template, String expected) {
        assertThat(Tree.body(visible(template))).isEqualTo(visible(expected));
    }

    @ParameterizedTest(name = "{0} trim={1} lstrip={2}")
    @CsvSource(delimiter = '»', quoteCharacter = '`', textBlock = """
            {% if x %}⏎␣␣a⏎␣␣{% end %}⏎b⏎   » true  » false » [if x:␣␣a⏎␣␣]b⏎
            x{% if x %}⏎⏎y{% end %}         » true  » false » x[if x:⏎y]
            x{% if x %}␣⏎y{% end %}         » true  » false » x[if x:␣⏎y]
            x{% if x %}␍⏎y{% end %}␍⏎       » true  » false » x[if x:y]
            {{ x }}⏎{# c #}⏎y               » true  » false » <x>⏎⏎y
            {% if x %}⏎␣␣a⏎␣␣{% end %}⏎b⏎   » false » true  » [if x:⏎␣␣a⏎]⏎b⏎
            {{ 1 }}␣␣{% if x %}x{% end %}   » false » true  » <1>[if x:x]
            a␣{% if x %}x{% end %}␣{{ 1 }}  » false » true  » a␣[if x:x]␣<1>
            {% if x %}⏎␣␣a⏎␣␣{% end %}⏎b⏎   » true  » true  » [if x:␣␣a⏎]b⏎
            {% raw %}⏎a⏎␣{% endraw %}⏎b     » true  » true  » a⏎b
            """)
    void trims(String template, boolean trim, boolean lstrip, String expected) {
        LexerSettings settings = LexerSettings.DEFAULT.withTrimming(trim, lstrip);

        assertThat(Tree.body(Tree.parse(visible(template), settings).body())).isEqualTo(visible(expected));
    }

    @Test
    void stripsEveryKindOfWhiteSpace() {
        assertThat(Tree.body("a\u00A0\u2003\u0085\n{{- x -}}\t\u3000\u001Cb")).isEqualTo("a<x>b");
    }

    @Test
    void takesOtherDelimiters() {
        LexerSettings settings = LexerSettings.DEFAULT
                .withBlock("<%", "%>")
                .withVariable("<%=", "%>")
                .withComment("<!--", "-->");

        String template = "<% if x %>a <%=- 1 %><% end %><!-- x -->c";

        assertThat(Tree.body(Tree.parse(template, settings).body())).isEqualTo("[if x:a<1>]c");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '»', quoteCharacter = '`', textBlock = """
            'a\\nb\\t\\\\'       » 'a⏎b␉\\'
            'it\\'s \\"'        » 'it's "'
            '\\u0041\\u12345'   » 'Aሴ5'
            '\\U0001F600'       » '😀'
            '\\uD83D\\uDE00'    » '😀'
            "a'b"               » 'a'b'
            """)
    void readsStrings(String literal, String expected) {
        assertThat(Tree.expression(literal)).isEqualTo(visible(expected));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '»', quoteCharacter = '`', textBlock = """
            K-LEX-001 1:7  » {% if x
            K-LEX-003 1:2  » {{
            K-LEX-003 2:0  » {{ x⏎
            K-LEX-002 2:2  » a⏎{# b
            K-LEX-003 2:3  » a⏎{{ "two }}
            K-LEX-001 1:5  » {{ a @ b }}
            K-LEX-001 1:5  » {{ na\u00EFve }}
            K-LEX-001 1:3  » {{ ? .b }}
            K-LEX-001 1:6  » {{ a???b }}
            K-LEX-001 1:4  » {{ a\u000Cb }}
            K-LEX-003 1:5  » {{ 'a\\x41' }}
            K-LEX-003 1:4  » {{ '\\/' }}
            K-LEX-003 1:4  » {{ '\\⏎' }}
            K-LEX-003 1:4  » {{ '\\u12' }}
            K-LEX-003 1:4  » {{ '\\U00110000' }}
            K-PAR-001 1:4  » {{ 1e3 }}
            K-PAR-001 1:4  » {{ 0x1F }}
            K-PAR-001 1:4  » {{ 1_000 }}
            K-PAR-003 1:3  » {{ .5 }}
            K-PAR-003 1:7  » {{ 1.5.2 }}
            K-PAR-001 1:5  » {{ 1.real }}
            K-PAR-003 1:6  » {{ a -%}
            K-PAR-003 1:6  » {{--x--}}
            K-PAR-001 1:16 » {{ {'a': {'b': 2}} }}
            K-PAR-001 1:3  » {% %}
            K-PAR-003 1:3  » {{ }}
            K-PAR-002 1:21 » {% raw %}abc{% end %}
            """)
    void rejects(String error, String template) {
        TemplateSyntaxException thrown = Tree.error(visible(template));

        String where = thrown.getCode() + " " + thrown.getLine() + ":" + thrown.getColumn();
        assertThat(where).isEqualTo(error);
    }

    @Test
    void reportsTheFirstErrorWhateverItsKind() {
        assertThat(Tree.code("{% zap %}{{ @ }}")).isEqualTo(ErrorCode.K_PAR_001);
    }

    @Test
    void hasALimit() {
        String small = "{{ a }}".repeat(33_000);

        assertThat(Tree.parse(small).body()).hasSize(33_000);
        assertThat(Tree.code(small.repeat(2))).isEqualTo(ErrorCode.K_LEX_004);
    }

    private static String visible(String text) {
        return text.replace('⏎', '\n').replace('␣', ' ').replace('␍', '\r').replace('␉', '\t');
    }
}
