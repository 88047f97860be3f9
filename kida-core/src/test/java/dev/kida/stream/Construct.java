package dev.kida.stream;

import java.util.List;
import java.util.Map;

/**
 * A construct of the language around a body. Its text is written in the short form of {@link #TEXTS}: {@code B} stands for
 * the body, {@code #} for a number that makes names unique, {@code @name: …} on a line of its own for another template,
 * {@code OTHER} for a use of a source that is never waited for.
 *
 * @param held whether the output of the body stays back until the construct is over
 * @param outermost whether the construct is a whole page
 * @param implicit whether implicit waits are the same there; arguments of a component are awaited before the call
 */
record Construct(String name, String text, boolean held, boolean outermost, boolean implicit) {

    private static final String TEXTS = """
            if          | {% if yes %}B{% else %}no{% end %}
            elif        | {% if no %}no{% elif yes %}B{% else %}no{% end %}
            else        | {% if no %}no{% else %}B{% end %}
            unless      | {% unless no %}B{% end %}
            for         | {% for i in two %}{{ i }}B{% end %}
            for loop    | {% for i in two if i %}{{ loop.index }}B{{ loop.last }}{% end %}
            for else    | {% for i in [] %}no{% empty %}B{% end %}
            break       | {% for i in two %}B{% if yes %}{% break %}{% end %}no{% end %}
            continue    | {% for i in two %}B{% if yes %}{% continue %}{% end %}no{% end %}
            while       | {% let n# = 0 %}{% while n# < 2 %}{% let n# = n# + 1 %}B{{ n# }}{% end %}
            match       | {% match one %}{% case 2 %}no{% case 1 if yes %}B{% case _ %}no{% end %}
            default     | {% match one %}{% case 2 %}no{% case _ %}B{% end %}
            with        | {% with w# = one %}B{{ w# }}{% end %}
            with as     | {% with one as w# %}B{{ w# }}{% end %}
            set after   | {% set s# = one %}B{{ s# }}
            block       | {% block b# %}B{% end %}
            guard       | {% block b# if yes %}B{% end %}
            def         | {% def d#() %}B{% end %}{{ d#() }}
            def arg     | {% def d#(p) %}{{ p }}B{{ p }}{% end %}{{ d#(one) }}
            def twice   | {% def d#() %}B{% end %}{% def e#() %}{{ d#() }}-{% end %}{{ e#() }}{{ e#() }}
            def value   | + {% def d#() %}B{% end %}{% set r# = d#() %}{{ r# }}
            def filter  | + {% def d#() %}B{% end %}{{ d#() | upper }}
            def as part | + {% def d#() %}B{% end %}{{ 'x' ~ d#() }}
            call        | {% def d#() %}<{% slot %}>{% end %}{% call d#() %}B{% end %}
            slot        | {% def d#() %}<{% slot s %}>{% end %}{% call d#() %}{% slot s %}B{% end %}{% end %}
            slot default| {% def d#() %}<{% slot let:a=one %}{{ a }}B{% end %}>{% end %}{{ d#() }}
            scoped slot | {% def d#() %}{% for q in two %}{% slot r let:it=q %}{% end %}{% end %}{% end %}\
            {% call d#() %}{% slot r let:it %}{{ it }}B{% end %}{% end %}
            forwarding  | {% def d#() %}<{% slot %}>{% end %}\
            {% def e#() %}({% call d#() %}{{ caller() }}{% end %}){% end %}{% call e#() %}B{% end %}
            region      | {% region g#() %}B{% end %}{{ g#() }}
            region arg  | {% region g#(p=one) %}{{ p }}B{% end %}{{ g#() }}{{ g#(2) }}
            fragment    | {% fragment f# %}B{% end %}
            capture     | + {% capture c# %}B{% end %}{{ c# }}{{ c# }}
            filter      | + {% filter upper %}B{% end %}
            spaceless   | + {% spaceless %}<i> B </i> <b></b>{% end %}
            cache       | + {% cache run ~ '#' %}B{% end %}
            push        | + {% push "p#" %}B{% end %}{% stack "p#" %}
            provide     | {% provide k# = one %}B{{ consume("k#") }}{% end %}
            try         | + {% try %}B{% fallback e %}caught{% end %}
            fallback    | {% try %}lost{{ nope }}{% fallback e %}B{{ e.type }}{% end %}
            include     | {% include "part#" %}
            @part#: B
            including   | {% include "pa" ~ "rt#" %}
            @part#: B
            optional    | + {% include "part#" ignore missing %}
            @part#: B
            embed       | {% embed "frame#" %}{% block b# %}B{% end %}{% end %}
            @frame#: <{% block b# %}no{% end %}>
            embedded    | {% embed "frame#" %}{% block b# %}b{% end %}{% end %}
            @frame#: <{% block b# %}no{% end %}B>
            child       | ! {% extends "base" %}OTHER{% block b# %}B{% end %}
            @base: [child0:<{% block b# %}no{% end %}>
            parent      | ! {% extends "base" %}OTHER{% block b# %}b{% end %}
            @base: [parent0:<{% block b# %}no{% end %}B>
            grandchild  | ! {% extends "mid" %}OTHER{% block c# %}B{% end %}
            @mid: {% extends "base" %}{% block b# %}[{% block c# %}no{% end %}]{% end %}
            @base: [grandchild0:<{% block b# %}no{% end %}>
            child set   | ! {% extends "base" %}OTHER{% def d#() %}B{% end %}{% block b# %}{{ d#() }}{% end %}
            @base: [child set0:<{% block b# %}no{% end %}>
            from import | !? OTHER{% from "lib" import f %}[from import0:{{ f(v, xs, run) }}
            @lib: {% def f(v, xs, run, yes=true, no=false, one=1, two=[1, 2]) %}B{% end %}
            import      | !? OTHER{% import "lib" as lib %}[import0:{{ lib.f(v, xs, run) }}
            @lib: {% def f(v, xs, run, yes=true, no=false, one=1, two=[1, 2]) %}B{% end %}
            """;

    static final List<Construct> ALL = parse();

    private static List<Construct> parse() {
        return List.of(TEXTS.split("\n(?!@)")).stream().map(Construct::one).toList();
    }

    private static Construct one(String definition) {
        int bar = definition.indexOf('|');
        String text = definition.substring(bar + 1).strip();
        int start = text.startsWith("!?") ? 2 : text.startsWith("!") || text.startsWith("+") ? 1 : 0;
        return new Construct(
                definition.substring(0, bar).strip(),
                text.substring(start).strip(),
                text.startsWith("+"),
                text.startsWith("!"),
                !text.startsWith("!?"));
    }

    /** What is printed before anything of the construct is. */
    String marker(int number) {
        return "[" + name + number + ":";
    }

    /**
     * The construct around a body, preceded by its marker.
     *
     * @param files gets the other templates that it needs
     */
    String around(String body, int number, Map<String, String> files) {
        String[] parts = text.replace("#", String.valueOf(number)).split("\n@");
        for (int i = 1; i < parts.length; i++) {
            int colon = parts[i].indexOf(':');
            files.put(
                    parts[i].substring(0, colon),
                    fill(parts[i].substring(colon + 1).strip(), body));
        }
        String page = fill(parts[0], body);
        return outermost ? page : marker(number) + page + "]";
    }

    /** {@code B} stands alone: between tags, brackets and the like. */
    private static String fill(String text, String body) {
        return text.replaceAll("(?<![A-Za-z])B(?![A-Za-z])", java.util.regex.Matcher.quoteReplacement(body));
    }
}
