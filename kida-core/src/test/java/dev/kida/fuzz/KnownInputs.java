package dev.kida.fuzz;

import java.util.stream.Stream;

/** Templates that are worth a try in every run. */
final class KnownInputs {

    private KnownInputs() {}

    static Stream<String> all() {
        return Stream.of(
                "",
                "{{",
                "{%",
                "{#",
                "{{}}",
                "{%%}",
                "{% raw %}",
                "\0",
                "\uD800{{ '\uDC00' }}",
                "{{ '\\",
                "{{ '\\u12' }}",
                "{{ 99999999999999999999999999 }}",
                "{{ 1e999 }}",
                "{% end %}",
                "{% break %}",
                "{% extends base %}{% extends base %}",
                "{{ " + "(".repeat(100_000),
                "{{ " + "[".repeat(100_000),
                "{{ " + "{1:".repeat(100_000),
                "{{ " + "-".repeat(100_000) + "1 }}",
                "{{ " + "not ".repeat(90_000) + "1 }}",
                "{{ " + "a.".repeat(40_000) + "b }}",
                "{{ a" + "[0]".repeat(30_000) + " }}",
                "{{ a" + "()".repeat(30_000) + " }}",
                "{{ a" + " | upper".repeat(30_000) + " }}",
                "{{ a" + " + a".repeat(40_000) + " }}",
                "{{ a" + " ?? a".repeat(40_000) + " }}",
                "{{ a" + " ** a".repeat(40_000) + " }}",
                "{{ a" + " < a".repeat(40_000) + " }}",
                "{{ a" + " if a else a".repeat(20_000) + " }}",
                "{{ " + "await ".repeat(50_000) + "a }}",
                "{{ " + "f(".repeat(50_000) + " }}",
                "{{ " + "[x for x in ".repeat(20_000) + " }}",
                "{{ " + "[x for x in y if ".repeat(12_000) + " }}",
                "{% if a %}".repeat(20_000),
                "{% block b %}".repeat(20_000),
                "{% for x in a %}".repeat(10_000) + "x" + "{% end %}".repeat(10_000),
                "{% set " + "(".repeat(50_000) + "a = 1 %}",
                "{% match a %}{% case " + "(".repeat(50_000) + " %}{% end %}",
                "{% if a %}" + "{% elif a %}".repeat(10_000) + "{% end %}",
                "{% def f(" + "a, ".repeat(10_000) + "b) %}{% end %}",
                "{{ (await items).name }}{{ {items: 1}.missing }}");
    }
}
