package dev.kida.fuzz;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Writes random templates: most of them are right, and together they use the whole language. */
final class TemplateGrammar {

    private static final List<String> NAMES =
            List.of("a", "b", "c", "x", "y", "items", "user", "n", "s", "loop", "f", "g", "caller", "missing");
    private static final List<String> FILTERS = List.of(
            ("upper; length; default('d'); d(1, true); join(', '); first; last; sort; list; string; int; float; tojson;"
                            + " escape; safe; replace('a', 'b'); truncate(5); map('upper'); map(attribute='name');"
                            + " select('odd'); groupby('name'); batch(2); slice(2); round(1); sum; trim; wordwrap(5);"
                            + " indent(2); format(1); unique; reverse; abs; dictsort; xmlattr; striptags; center(9);"
                            + " min; max; pprint; urlencode; title; date; nosuch; js; css; safe_url; pluralize;"
                            + " filesizeformat; random; tojson(indent=1); attr('name'); get('k', 2)")
                    .split("; "));
    private static final List<String> TESTS = List.of(
            ("defined; undefined; none; odd; even; number; string; mapping; iterable; sequence; divisibleby(2); eq(1);"
                            + " in([1, 2]); match('a+'); true; callable; sameas(a); nosuch")
                    .split("; "));
    private static final List<String> OPERATORS =
            List.of("+ - * / // % ~ and or == != < <= > >= in is ?? .. ... **".split(" "));

    private final Random random;
    private int loops;
    private int nested;

    TemplateGrammar(Random random) {
        this.random = random;
    }

    String template() {
        int depth = random.nextInt(4);
        String page = times(4, "", () -> statement(depth));
        return random.nextInt(12) == 0 ? "{% extends 'base' %}" + block(2) + page : page;
    }

    @SafeVarargs
    private String one(Supplier<String>... choices) {
        return choices[random.nextInt(choices.length)].get();
    }

    private String of(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String times(int most, String separator, Supplier<String> part) {
        StringBuilder out = new StringBuilder(part.get());
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            out.append(separator).append(part.get());
        }
        return out.toString();
    }

    private String maybe(Supplier<String> part) {
        return random.nextBoolean() ? part.get() : "";
    }

    private String name() {
        return of(NAMES);
    }

    // ---- expressions ----------------------------------------------------------------------------------------------

    private String expression(int depth) {
        if (depth <= 0) {
            return atom();
        }
        int below = depth - 1;
        return one(
                this::atom,
                () -> operand(below) + " " + of(OPERATORS) + " " + operand(below),
                () -> expression(below) + " " + of(OPERATORS) + " " + expression(below),
                () -> operand(below) + " | " + of(FILTERS),
                () -> operand(below) + (random.nextInt(4) == 0 ? " ?| " : " |> ") + of(FILTERS),
                () -> expression(below) + " if " + expression(below) + maybe(() -> " else " + expression(below)),
                () -> operand(below) + " is " + maybe(() -> "not ") + of(TESTS),
                () -> operand(below) + (random.nextInt(4) == 0 ? "?[" : "[") + expression(below) + "]",
                () -> operand(below) + "[" + maybe(() -> expression(0)) + ":" + maybe(() -> expression(0)) + "]",
                () -> operand(below) + (random.nextInt(4) == 0 ? "?." : ".") + name(),
                () -> name() + "(" + arguments(below) + ")",
                () -> operand(below) + "." + method() + "(" + arguments(below) + ")",
                () -> "[" + times(3, ", ", () -> expression(below)) + "]",
                () -> "(" + times(2, ", ", () -> expression(below)) + ",)",
                () -> "{" + times(2, ", ", () -> expression(0) + ": " + expression(below)) + " }",
                () -> comprehension(below),
                () -> "not " + operand(below),
                () -> "-" + operand(below),
                () -> "await " + operand(below));
    }

    private String operand(int depth) {
        return depth <= 0 ? name() : "(" + expression(depth) + ")";
    }

    private String method() {
        return of(List.of("upper", "items", "get", "join", "format", "append", "x", "replace", "split"));
    }

    private String comprehension(int depth) {
        String condition = maybe(() -> " if " + operand(depth));
        return "[" + expression(depth) + " for " + name() + " in " + operand(depth) + condition + "]";
    }

    private String atom() {
        return one(
                this::name,
                this::name,
                () -> String.valueOf(random.nextInt(20)),
                () -> "'" + of(List.of("", "a", "<b>", "é€😀", "x y", "%s", "{}")) + "'",
                () -> of(List.of("true", "false", "none", "1.5", "loop.index", "loop.last", "user.name", "s.x")));
    }

    private String arguments(int depth) {
        return one(
                () -> "",
                () -> times(2, ", ", () -> expression(depth)),
                () -> expression(depth) + ", k=" + expression(depth),
                () -> "k=" + expression(depth));
    }

    private String target() {
        return one(this::name, this::name, () -> name() + ", " + name());
    }

    // ---- statements -----------------------------------------------------------------------------------------------

    private String body(int depth) {
        nested++;
        String body = times(3, "", () -> statement(depth));
        nested--;
        return body;
    }

    private String statement(int depth) {
        if (depth <= 0) {
            return one(this::text, this::output, this::output, this::simple);
        }
        int below = depth - 1;
        return one(
                this::text,
                this::output,
                this::simple,
                () -> conditional(below),
                () -> loop(below),
                () -> loop(below),
                () -> match(below),
                () -> tag("with", name() + " = " + expression(1), below),
                () -> tag("with", expression(1) + " as " + name(), below),
                () -> tag("capture", name() + maybe(() -> " | " + of(FILTERS)), below),
                () -> tag("filter", of(FILTERS), below),
                () -> tag("spaceless", "", below),
                () -> tag("cache", expression(0) + maybe(() -> ", ttl=5"), below),
                () -> tag("provide", name() + " = " + expression(1), below),
                () -> tag("push", "'p'", below),
                () -> tag("fragment", "fr" + random.nextInt(99), below),
                () -> "{% try %}" + body(below) + "{% fallback" + maybe(() -> " e") + " %}" + body(below) + "{% end %}",
                () -> component(below),
                () -> call(below),
                () -> block(below),
                () -> "{% embed 'base' %}" + block(below) + "{% end %}",
                () -> "{% trans count=" + expression(1) + " %}one {{ count }}{% plural %}{{ count }}{% endtrans %}",
                () -> "{% raw %}" + text() + "{{ {% {% endraw %}");
    }

    private String text() {
        return of(List.of("text", " ", "\n", "<p class='x'>", "</p>", "é€", "{ ", "} ", "#", "{# comment #}", "&"));
    }

    private String output() {
        String minus = random.nextInt(6) == 0 ? "-" : "";
        return "{{" + minus + " " + expression(random.nextInt(4)) + " " + minus + "}}";
    }

    private String simple() {
        return one(
                () -> "{% set " + target() + " = " + expression(2) + " %}",
                () -> "{% let " + name() + maybe(() -> " ??") + "= " + expression(2) + " %}",
                () -> "{% export " + name() + " = " + expression(1) + " %}",
                () -> "{% include " + of(List.of("'part'", "'gone' ignore missing", "a", "'part' without context"))
                        + " %}",
                () -> "{% from 'lib' import " + of(List.of("f", "f as g", "nosuch")) + " %}",
                () -> "{% import 'lib' as " + name() + " %}",
                () -> "{% stack 'p' %}",
                () -> "{% flush %}",
                () -> loops > 0 ? of(List.of("{% break %}", "{% continue %}")) : "{% slot %}");
    }

    private String tag(String keyword, String rest, int depth) {
        String close = random.nextBoolean() ? "end" : "end" + keyword;
        return "{% " + keyword + " " + rest + " %}" + body(depth) + "{% " + close + " %}";
    }

    private String conditional(int depth) {
        boolean unless = random.nextInt(5) == 0;
        return "{% " + (unless ? "unless " : "if ") + expression(2) + " %}" + body(depth)
                + (unless ? "" : maybe(() -> "{% elif " + expression(1) + " %}" + body(depth)))
                + maybe(() -> "{% else %}" + body(depth)) + "{% end %}";
    }

    private String loop(int depth) {
        loops++;
        String loop = one(
                () -> "{% for " + target() + " in " + expression(2) + maybe(() -> " if " + operand(1)) + " %}"
                        + body(depth) + maybe(() -> "{% empty %}" + body(0)) + "{% end %}",
                () -> "{% while " + expression(1) + " %}" + body(depth) + "{% break %}{% end %}",
                () -> "{% async for " + name() + " in " + expression(1) + " %}" + body(depth) + "{% end %}");
        loops--;
        return loop;
    }

    private String match(int depth) {
        return "{% match " + expression(1) + maybe(() -> ", " + expression(1)) + " %}"
                + times(2, "", () -> "{% case " + pattern() + maybe(() -> " if " + operand(1)) + " %}" + body(depth))
                + "{% end %}";
    }

    private String pattern() {
        return one(this::atom, this::name, () -> "_", () -> atom() + ", " + name(), () -> "(" + name() + ", 1), _");
    }

    private String component(int depth) {
        if (nested > 0) {
            return call(depth);
        }
        int around = loops;
        loops = 0;
        String parameters = of(List.of("", "a", "a, b=1", "x: str, y: int | None = 2", "*args", "a, **kw", "a=x"));
        String keyword = random.nextInt(4) == 0 ? "region" : "def";
        String component = tag(keyword, of(List.of("f", "g", "h")) + "(" + parameters + ")", depth)
                .replace("{% slot %}", "{% slot %}{% slot named let:v=1 %}default{% end %}");
        loops = around;
        return component;
    }

    private String call(int depth) {
        int around = loops;
        loops = 0;
        String call = "{% call f(" + arguments(1) + ") %}" + body(depth)
                + maybe(() -> "{% slot named let:v %}" + body(depth) + "{% end %}") + "{% end %}";
        loops = around;
        return call;
    }

    private String block(int depth) {
        int around = loops;
        loops = 0;
        String block = tag("block", "bl" + random.nextInt(99) + maybe(() -> " if " + expression(1)), depth);
        loops = around;
        return block;
    }
}
