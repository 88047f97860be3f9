package dev.kida.stream;

import java.util.List;

/**
 * The waiting part of a page: with {@code await} or {@code async for}, or without any word for it; and the same without
 * anything asynchronous, which says what has to come out.
 *
 * @param async the text with asynchronous constructs
 * @param plain the text without
 * @param failing the text without, where the value or the rest of the sequence fails
 * @param before what the text prints first of what comes from a source
 * @param after what it has printed after the first item of a sequence; null where there is no sequence
 */
record Leaf(String name, String async, String plain, String failing, String before, String after) {

    static final String VALUE = "§<v>";
    static final List<String> ITEMS = List.of("§a<", "b", "c");

    static final Leaf AWAIT = new Leaf("await", "{{ await v }}", "{{ v }}", "{{ boom() }}", "§", null);

    static final Leaf LOOP = new Leaf(
            "loop",
            "{% async for x in xs %}({{ x }}){% empty %}none{% end %}",
            "{% for x in xs %}({{ x }}){% empty %}none{% end %}",
            "{% for x in breaking() %}({{ x }}){% empty %}none{% end %}",
            "(§",
            "(§a&lt;)");

    static final Leaf BROKEN_LOOP = new Leaf(
            "broken loop",
            "{% async for x in xs %}({{ x }}){% if x == 'b' %}{% break %}{% end %}{% end %}",
            "{% for x in xs %}({{ x }}){% if x == 'b' %}{% break %}{% end %}{% end %}",
            "{% for x in breaking() %}({{ x }}){% end %}",
            "(§",
            "(§a&lt;)");

    /** Text that waits within an expression or a tag, which prints what comes only when it is complete. */
    static Leaf of(Position position) {
        return new Leaf(
                position.name(), position.with("(await v)"), position.with("v"), position.with("boom()"), null, null);
    }

    boolean isSequence() {
        return after != null;
    }

    boolean sees(Scenario scenario) {
        return isSequence() || scenario != Scenario.STALLS;
    }
}
