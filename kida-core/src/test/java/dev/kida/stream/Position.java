package dev.kida.stream;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A place where an expression stands.
 *
 * @param text a statement, with {@code E} for the expression
 * @param value a value that makes sense there
 */
record Position(String text, Object value) {

    private static final String TEXT_VALUES = """
            {{ E }}
            {{ E ~ 'x' }}{{ 1 }}
            {{ 'x' ~ E ~ 'y' }}
            {{ yes and E }}
            {{ E and one }}
            {{ no or E }}
            {{ not E }}
            {{ E if yes else 'n' }}
            {{ 'a' if E else 'b' }}
            {{ 'a' if no else E }}
            {{ E if yes }}
            {{ [1, E, 3] | join('-') }}
            {{ {'k': E, 'l': 1}.k }}
            {{ {E: 1} | length }}
            {{ (E, 1) | first }}
            {{ E | upper }}
            {{ E | upper | lower }}
            {{ E |> upper |> lower }}
            {{ E ?| upper }}
            {{ E ?|> upper }}
            {{ nope | default(E) }}
            {{ 'a-b' | replace('a', E) }}
            {{ 'a-b' | replace('a', new=E) }}
            {{ E | default('d') }}
            {{ E ?? 'd' }}
            {{ nope ?? E }}
            {{ nope ?? E ?? 'd' }}
            {{ E is none }}
            {{ E is string }}
            {{ E is not string }}
            {{ 'abc' is match(E) }}
            {{ 'a.b'.replace('a', E) }}
            {{ one.nope?.nope ?? E }}
            {{ identity(E) }}{{ identity(value=E) }}
            {{ E[0] }}
            {{ E[0:2] }}
            {{ E.upper() }}
            {% def f(x, y=1) %}{{ x }}{{ y }}{% end %}{{ f(E) }}
            {% def f(x, y=1) %}{{ x }}{{ y }}{% end %}{{ f(1, y=E) }}
            {% def f(x=E) %}{{ x }}{% end %}{{ f() }}{{ f(2) }}
            {% region f(x=E) %}{{ x }}{% end %}{{ f() }}{{ f(2) }}
            {% def f(x) %}{{ x }}{% slot %}{% end %}{% call f(E) %}s{% end %}
            {% def f(x) %}{% slot s let:a=x %}{% end %}{% end %}{% call f(E) %}{% slot s let:a %}{{ a }}{% end %}{% end %}
            {% def f() %}{% slot s let:a=E %}{% end %}{% end %}{% call f() %}{% slot s let:a %}{{ a }}{% end %}{% end %}
            {% def f(x) %}{{ x }}{% end %}{{ f(f(E)) ~ f(E) }}
            {% if E %}y{% else %}n{% end %}
            {% if no %}{% elif E %}y{% else %}n{% end %}
            {% unless E %}n{% else %}y{% end %}
            {% let n = 0 %}{% while E and n < 2 %}{% let n = n + 1 %}{{ n }}{% end %}
            {% for c in E %}{{ c }}.{% end %}
            {% for c in E if c %}{{ loop.index }}{{ c }}{% if loop.last %}!{% end %}{% end %}
            {% for c in two if E %}{{ c }}{% end %}
            {{ [c ~ '.' for c in E] | join }}
            {{ [c for c in two if c] | join(E) }}
            {% match E %}{% case 'no' %}no{% case 'more' %}more{% case _ %}other{% end %}
            {% match one %}{% case 1 if E %}one{% case _ %}other{% end %}
            {% match one, E %}{% case 1, 'x' %}no{% case 1, x %}{{ x }}{% end %}
            {% set r = E %}{{ r }}{{ r }}
            {% set r, s = E, 1 %}{{ r }}{{ s }}
            {% let r = E %}{{ r }}
            {% let r ??= E %}{{ r }}
            {% export r = E %}{{ r }}
            {% with r = E, s = 1 %}{{ r }}{{ s }}{% end %}
            {% with E as r %}{{ r }}{% empty %}none{% end %}
            {% provide r = E %}{{ consume('r') }}{% end %}
            {% cache run ~ E %}cached{% end %}
            {% block b if E %}b{% end %}
            {% trans r=E %}Hi {{ r }}{% endtrans %}
            {% filter replace('a', E) %}a-b{% end %}
            {% capture r | replace('a', E) %}a-b{% end %}{{ r }}
            {% try %}{{ E }}{{ nope }}{% fallback e %}{{ E }}{% end %}
            {% set l = [] %}{{ l.append(E) }}{{ l | length }}
            {{ E ~ E ~ (E | upper) }}
            {{ [E, [E, {'k': E}]] | length }}
            """;

    private static final String NUMBERS = """
            {{ E + 1 }}{{ 1 + E }}
            {{ -E }}
            {{ E ** 2 }}{{ 2 ** E }}
            {{ E * E - 3 // E }}
            {{ E == 2 }}{{ 2 != E }}
            {{ 1 < E < 3 }}
            {{ 1 < 2 < E }}
            {{ E in [1, 2] }}
            {{ [1, 2, 3][E] }}
            {{ [1, 2, 3]?[E] }}
            {{ [1, 2, 3][E:] }}
            {{ [1, 2, 3][:E] }}
            {{ [1, 2, 3][::E] }}
            {% for i in 1..E %}{{ i }}{% end %}
            {% for i in E..4 %}{{ i }}{% end %}
            {{ range(E) | join }}
            {{ 4 is divisibleby(E) }}
            {{ E | round(1) }}{{ 1.239 | round(E) }}
            {% match E %}{% case 2 %}low{% case _ %}high{% end %}
            {% trans n=1, count=E %}one{% plural %}{{ count }} many{% endtrans %}
            """;

    private static final String MAPS = """
            {{ E.name }}
            {{ E?.name }}
            {{ E['name'] }}
            {{ E?['name'] }}
            {{ E.name.upper() }}
            {{ E.tags[1] }}{{ E.tags | join(',') }}
            {{ 'name' in E }}
            {{ E.nope ?? 'd' }}
            {{ E.get('name', 'd') }}
            {% for k, n in E.items() %}{{ k }}={{ n }};{% end %}
            {% set a, b = E.tags %}{{ a }}{{ b }}
            {% match E %}{% case {'name': n} %}{{ n }}{% case _ %}other{% end %}
            """;

    static final List<Position> ALL = all();

    private static List<Position> all() {
        List<Position> positions = new java.util.ArrayList<>(positions(TEXT_VALUES, Leaf.VALUE));
        positions.addAll(positions(NUMBERS, 2));
        positions.addAll(positions(MAPS, Map.of("name", Leaf.VALUE, "tags", List.of("§t", "u"))));
        return positions;
    }

    private static List<Position> positions(String texts, Object value) {
        return Arrays.stream(texts.split("\n"))
                .map(text -> new Position(text, value))
                .toList();
    }

    String name() {
        return text;
    }

    String with(String expression) {
        return text.replaceAll("(?<![A-Za-z])E(?![A-Za-z])", java.util.regex.Matcher.quoteReplacement(expression));
    }
}
