package dev.kida.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tags of control flow, assignment and structure become. */
class StatementTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '»', quoteCharacter = '`', textBlock = """
            {% if a %}1{% elif b %}2{% else %}3{% endif %}  » [if a:1|b:2|else:3]
            {% unless a %}1{% else %}2{% endunless %}       » [if (NOT a):1|else:2]
            {% for x in xs if x > 1 %}a{% empty %}b{% end %} » [for x in xs if (x GT 1):a|empty:b]
            {% for a, (b, c) in z ?? [] %}{% endfor %}      » [for (a,(b,c)) in (z ?? []):]
            {% for (a, b) in x %}{% end %}                  » [for (a,b) in x:]
            {% for a, in x %}{% end %}                      » [for (a) in x:]
            {% for class in (xs if y else [9]) %}{% end %}  » [for class in (xs if y else [9]):]
            {% set a = 1, b = 2, c = a + b %}               » [SET a=1, b=2, c=(a ADD b)]
            {% let a = 1, 2 %}                              » [LET a=(1, 2,)]
            {% let a = 1, %}                                » [LET a=1]
            {% let x ??= 1, y ??= x %}                      » [LET x??=1, y??=x]
            {% set (a, (b, c)), d = v %}                    » [SET ((a,(b,c)),d)=v]
            {% set (a, b) = v %}                            » [SET (a,b)=v]
            {% let a, b = b, a %}                           » [LET (a,b)=(b, a,)]
            {% let a, = v %}                                » [LET (a)=v]
            {% let if = 1 %}                                » [LET if=1]
            {% export w ??= i %}{% promote w = 1 %}         » [EXPORT w??=i][EXPORT w=1]
            """)
    void reads(String template, String expected) {
        assertThat(Tree.body(template)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '»', quoteCharacter = '`', textBlock = """
            K-PAR-001 » {% if a = 1 %}{% end %}
            K-PAR-001 » {% if 1, 2 %}{% end %}
            K-PAR-001 » {% if a %}{% else if b %}{% end %}
            K-PAR-001 » {% if a %}{% else %}{% else %}{% end %}
            K-PAR-001 » {% if a %}{% else %}{% elif b %}{% end %}
            K-PAR-001 » {% unless a %}{% elif b %}{% end %}
            K-PAR-001 » {% unless a %}{% endif %}
            K-PAR-001 » {% if a %}{% endif x %}
            K-PAR-001 » {%+ if a %}{% end %}
            K-PAR-001 » {% IF a %}{% end %}
            K-PAR-003 » {% if %}{% end %}
            K-PAR-001 » {% for x of xs %}{% end %}
            K-PAR-001 » {% for (a, b), c in xs %}{% end %}
            K-PAR-001 » {% for x in a if b ?? c %}{% end %}
            K-PAR-001 » {% for x in a if b if c %}{% end %}
            K-PAR-001 » {% for x in xs recursive %}{% end %}
            K-PAR-003 » {% for in xs %}{% end %}
            K-PAR-003 » {% for x in %}{% end %}
            K-PAR-003 » {% for 5 in xs %}{% end %}
            K-PAR-001 » {% async if a %}{% end %}
            K-PAR-001 » {% while a %}{% else %}{% end %}
            K-PAR-001 » {% break %}
            K-PAR-001 » {% if a %}{% continue %}{% end %}
            K-PAR-001 » {% for x in xs %}{% else %}{% break %}{% end %}
            K-PAR-001 » {% for x in xs %}{% block b %}{% break %}{% end %}{% end %}
            K-PAR-001 » {% for x in xs %}{% call f() %}{% break %}{% end %}{% end %}
            K-PAR-001 » {% try %}a{% end %}
            K-PAR-001 » {% try %}a{% fallback e f %}{% end %}
            K-PAR-001 » {% try %}a{% fallback %}{% fallback %}{% end %}
            K-PAR-001 » {% match v %}{% end %}
            K-PAR-001 » {% match v %}{{ x }}{% case 1 %}{% end %}
            K-PAR-001 » {% match v %}{% if x %}{% end %}{% end %}
            K-PAR-001 » {% match v %}{% case 1 %}a{% else %}b{% end %}
            K-PAR-001 » {% match %}{% case 1 %}{% end %}
            K-PAR-004 » {% match v %}{% case 1 || 2 %}{% end %}
            K-PAR-007 » {% set x %}a{% end %}
            K-PAR-001 » {% let x %}a{% end %}
            K-PAR-001 » {% set x == 1 %}
            K-PAR-001 » {% set a-b = 1 %}
            K-PAR-001 » {% set x.y = 1 %}
            K-PAR-001 » {% set x['k'] = 1 %}
            K-PAR-003 » {% set 5 = 1 %}
            K-PAR-003 » {% set [a] = v %}
            K-PAR-003 » {% set true = 1 %}
            K-PAR-003 » {% set a = %}
            K-PAR-001 » {% set a, b ??= 1, 2 %}
            K-PAR-001 » {% set (a, b) ??= v %}
            K-PAR-001 » {% set (a, b) = v, c = 1 %}
            K-PAR-001 » {% export a = 1, b = 2 %}
            K-PAR-001 » {% export a = 1, 2 %}
            K-PAR-001 » {% with x = 1 %}a{% else %}b{% end %}
            K-PAR-001 » {% with x ??= 1 %}{% end %}
            K-PAR-003 » {% with = 1 %}{% end %}
            K-PAR-001 » {% capture %}x{% end %}
            K-PAR-001 » {% capture c | upper | lower %}x{% end %}
            K-PAR-001 » {% filter upper | lower %}x{% end %}
            K-PAR-007 » {% if a %}{% extends 'b' %}{% end %}
            K-PAR-006 » {% block a-b %}{% end %}
            K-PAR-006 » {% fragment a-b %}{% end %}
            K-PAR-001 » {% block 'a' %}{% end %}
            K-PAR-001 » {% block in %}{% end %}
            K-PAR-001 » {% block a k=1 k=2 %}{% end %}
            K-PAR-007 » {% block a required %}{% end %}
            K-PAR-007 » {% block a m=x %}{% end %}
            K-PAR-007 » {% block a m=-'x' %}{% end %}
            K-PAR-007 » {% fragment a if x %}{% end %}
            K-PAR-001 » {% include 'a' with x=1 %}
            K-PAR-001 » {% include 'a' only %}
            K-PAR-001 » {% include ['a', 'b'] %}
            K-PAR-001 » {% include 'a' ignore %}
            K-PAR-001 » {% include 'a' without %}
            K-PAR-001 » {% import 'a' %}
            K-PAR-001 » {% import 'a' as b without context %}
            K-PAR-001 » {% from 'a' import %}
            K-PAR-001 » {% from 'a' import b, %}
            K-PAR-001 » {% from 'a' import * %}
            K-PAR-001 » {% embed 'a' %}{% let q = 1 %}{% end %}
            K-PAR-001 » {% embed 'a' %}{{ q }}{% end %}
            K-PAR-001 » {% template x: str | None %}
            K-PAR-001 » {% template x: str %}{% template y: str %}
            K-PAR-001 » {% if a %}{% template x: str %}{% end %}
            K-PAR-001 » {% push s %}{% end %}
            K-PAR-001 » {% stack s %}
            K-PAR-001 » {% cache 'k', zz=5 %}{% end %}
            K-PAR-001 » {% flush now %}
            K-PAR-001 » {% raw x %}{% endraw %}
            K-PAR-001 » {% do x() %}
            K-PAR-001 » {% end %}
            K-PAR-001 » {% if a %}{% end %}{% endif %}
            K-PAR-001 » a{% else %}b
            K-PAR-001 » {% plural %}
            K-PAR-001 » {% for x in xs %}{% if a %}{% endfor %}{% end %}
            """)
    void rejects(String code, String template) {
        assertThat(Tree.code(template)).isEqualTo(ErrorCode.of(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if x",
                "unless x",
                "for x in y",
                "while x",
                "match x",
                "with x",
                "with x = 1",
                "block x",
                "fragment x",
                "globals",
                "imports",
                "def x()",
                "region x()",
                "call x()",
                "capture x",
                "cache 'x'",
                "filter upper",
                "spaceless",
                "embed 'x'",
                "provide x = 1",
                "push 'x'",
                "trans",
                "try",
                "async for x in y"
            })
    void everyBlockHasToBeClosed(String tag) {
        String kind = tag.replace("async ", "").split(" |'")[0];

        var error = Tree.error("\n{% " + tag + " %}\n\n");

        assertThat(error.getCode()).isEqualTo(ErrorCode.K_PAR_002);
        assertThat(error.getLine()).isEqualTo(4);
        assertThat(error.getSummary()).contains("'" + kind + "'", "line 2");
        assertThat(error.getOpenBlocks()).singleElement().satisfies(block -> {
            assertThat(block.kind()).isEqualTo(kind);
            assertThat(block.line()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% if x %}{% endif %}",
                "{% try %}{% fallback %}{% endtry %}",
                "{% push 's' %}{% endpush %}",
                "{% region r() %}{% endregion %}",
                "{% call f() %}{% slot a %}{% endslot %}{% endcall %}",
                "{% match x %} {# c #}{% case 1 %}{% endmatch %}",
                "{% embed 'a' %} x {% block b %}{% endblock %}{# c #}{% endembed %}",
                "{% globals %}{% endglobals %}{% imports %}{% endimports %}",
                "{% for x in xs %}{% for y in x %}{% else %}{% break %}{% end %}{% end %}",
                "{% while x %}{% with y %}{% capture c %}{% continue %}{% end %}{% end %}{% end %}",
                "{% include 'a' ignore missing without context %}",
                "{% include 'a' if b else 'c' with context %}",
                "{% from 'a' import b as c, d with context %}{% import 'a' as b with context %}",
                "{% template %}",
                "{% template a: str, b: int, %}",
                "{% cache 'k' ~ x, ttl='5m', depends=a, depends=b %}{% end %}",
                "{% block b %}{% def f() %}{% end %}{% end %}",
                "{% call f() %}{% def g() %}{% end %}{% end %}",
                "{% def f() %}{% def g() %}{% end %}{% end %}"
            })
    void accepts(String template) {
        assertThat(Tree.parse(template).body()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "macro f(), def",
        "endmacro, def",
        "namespace x, let",
        "endset, capture",
        "fill x, slot",
        "endfill, slot",
        "forr x in y, for",
        "elseif x, elif"
    })
    void helpsWithForeignWords(String tag, String hint) {
        var error = Tree.error("{% " + tag + " %}");

        assertThat(error.getCode()).isEqualTo(ErrorCode.K_PAR_001);
        assertThat(error.getSuggestion()).contains("'" + hint + "'");
    }

    @Test
    void listsTheOpenBlocks() {
        var error = Tree.error("{% for x in xs %}\n{% if x %}\n{% endfor %}{% end %}");

        assertThat(error.getLine()).isEqualTo(3);
        assertThat(error.getOpenBlocks()).hasToString("[OpenBlock[kind=if, line=2], OpenBlock[kind=for, line=1]]");
        assertThat(error.getMessage()).contains("Open blocks:\n  - if (opened at line 2)\n  - for (opened at line 1)");
    }

    @Test
    void readsPatterns() {
        var match = (Stmt.Match) Tree.statement("""
                {% match a, b %}{% case 1, x if x %}{% case _, (y, 'z') %}{% case (n) %}{% case a.b %}{% case p, %}\
                {% case [q, 1] ?? r %}{% case () %}{% end %}""");

        assertThat(match.subjects()).hasSize(2);
        assertThat(match.cases())
                .extracting(each -> Tree.print(each.pattern()))
                .containsExactly("(=1,$x)", "(_,($y,='z'))", "$n", "=a.b", "($p)", "=([q, 1] ?? r)", "()");
    }

    @Test
    void readsModifiersOfBlocks() {
        var block = (Stmt.Block) Tree.statement("{% block a kind='x' n=-2.5 on=true if=none if y %}A{% end %}");

        assertThat(block.modifiers()).extracting(Stmt.Modifier::name).containsExactly("kind", "n", "on", "if");
        assertThat(block.modifiers()).extracting(Stmt.Modifier::value).containsExactly("x", -2.5, true, null);
        assertThat(Tree.print(block.condition())).isEqualTo("y");
    }

    @Test
    void readsBothFormsOfWith() {
        var bindings = (Stmt.With) Tree.statement("{% with a = 1, b = a %}{% end %}");
        var plain = (Stmt.WithValue) Tree.statement("{% with x == 1 %}{% end %}");
        var named = (Stmt.WithValue) Tree.statement("{% with a, b as x, y %}1{% empty %}2{% end %}");

        assertThat(bindings.bindings()).extracting(Stmt.Binding::name).containsExactly("a", "b");
        assertThat(Tree.print(plain.target())).isEqualTo("it");
        assertThat(named.values()).hasSize(2);
        assertThat(Tree.print(named.target())).isEqualTo("(x,y)");
        assertThat(Tree.body(named.otherwise())).isEqualTo("2");
    }

    @Test
    void readsTranslations() {
        var trans = (Stmt.Trans) Tree.statement(
                "{% trans count=n, name=x.y %}  one\n  {{ name }}{% plural %}{{ count }} 100%%{% endtrans %}");

        assertThat(trans.singular()).isEqualTo("one %(name)s");
        assertThat(trans.plural()).isEqualTo("%(count)s 100%%");
        assertThat(trans.bindings()).extracting(Stmt.Binding::name).containsExactly("count", "name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% trans %}{{ b }}{% end %}",
                "{% trans a=1 %}{{ a | upper }}{% end %}",
                "{% trans a=1 %}{{ a.b }}{% end %}",
                "{% trans a=1 %}x{% plural %}y{% end %}",
                "{% trans count=1 %}x{% plural %}y{% plural %}z{% end %}",
                "{% trans %}{% if 1 %}x{% end %}{% endtrans %}",
                "{% trans %}a{# c #}{% end %}"
            })
    void rejectsWhatCannotBeTranslated(String template) {
        assertThat(Tree.code(template)).isEqualTo(ErrorCode.K_PAR_001);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            {% foor x in xs %}{% end %} => Did you mean 'for'? Tags are async, block, break, cache,
            {% xyzzyx %}                => Tags are async, block, break, cache,
            {% macro m() %}{% end %}    => Use 'def' for a component
            """)
    void saysWhichTagsThereAre(String template, String advice) {
        assertThatThrownBy(() -> Tree.body(template))
                .isInstanceOfSatisfying(TemplateSyntaxException.class, error -> assertThat(error.getSuggestion())
                        .startsWith(advice));
    }
}
