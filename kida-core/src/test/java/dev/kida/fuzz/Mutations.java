package dev.kida.fuzz;

import java.util.List;
import java.util.Random;

/** Damages templates: by characters, by pieces of syntax, and by pieces of other templates. */
final class Mutations {

    private static final List<String> PIECES = List.of(
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "#}",
            "-%}",
            "{%-",
            "{{-",
            "{% end %}",
            "{% endif %}",
            "{% else %}",
            "{% if a %}",
            "{% for x in items %}",
            "{% def f(a) %}",
            "{% block z %}",
            "{% try %}",
            "{% fallback %}",
            "{% match a %}",
            "{% case 1 %}",
            "{% raw %}",
            "{% endraw %}",
            "{% slot %}",
            "{% call f() %}",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "'",
            "\"",
            "|",
            "|>",
            "?|",
            "??",
            "?.",
            "..",
            "...",
            ",",
            ":",
            "=",
            "**",
            "*",
            ".",
            "not ",
            " is ",
            " in ",
            " if ",
            " else ",
            " and ",
            "await ",
            "\\",
            "\\u12",
            "\\x",
            "\0",
            "\uD800",
            "😀",
            "9999999999999999999999",
            "1e999",
            "0x",
            "1_000",
            "1.",
            ".5",
            "loop.last",
            "let:",
            "\r\n",
            "\t",
            "\u00A0",
            "\uFEFF",
            "{% set ",
            "{% let ",
            "{% include ",
            "{% extends 'base' %}",
            "{% from 'lib' import f %}");

    private final Random random;
    private final List<String> corpus;

    Mutations(Random random, List<String> corpus) {
        this.random = random;
        this.corpus = corpus;
    }

    String mutate(String template) {
        String damaged = template;
        for (int i = random.nextInt(4); i >= 0; i--) {
            damaged = once(damaged);
        }
        return damaged;
    }

    private String once(String template) {
        int from = random.nextInt(template.length() + 1);
        int to = Math.min(template.length(), from + random.nextInt(12));
        String before = template.substring(0, from);
        String after = template.substring(to);
        return switch (random.nextInt(7)) {
            case 0 -> before + after;
            case 1 -> before + template.substring(from, to) + template.substring(from, to) + after;
            case 2 -> before + (char) random.nextInt(random.nextBoolean() ? 128 : 65536) + template.substring(from);
            case 3, 4 -> before + PIECES.get(random.nextInt(PIECES.size())) + template.substring(from);
            case 5 -> before + piece() + template.substring(from);
            default -> before;
        };
    }

    private String piece() {
        String other = corpus.get(random.nextInt(corpus.size()));
        int from = random.nextInt(other.length() + 1);
        return other.substring(from, Math.min(other.length(), from + random.nextInt(60)));
    }
}
