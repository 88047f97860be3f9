package dev.kida.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateSyntaxException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates of any size compile and render in both shapes, or are refused with a place. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AnySizeTest {

    private static final Map<String, Object> MODEL = Map.of("a", 1, "b", 2);

    private final KidaEngine engine = KidaEngine.builder().build();

    private static String times(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    private static String ends(int count) {
        return "{% end %}".repeat(count);
    }

    private void renders(String source, String expected) throws Exception {
        Template template = engine.fromString(source);
        if (!template.isAsync()) {
            assertThat(template.render(MODEL)).isEqualTo(expected);
        }
        String streamed = template.renderAsync(MODEL).toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertThat(streamed).isEqualTo(expected);
    }

    // ---- long -----------------------------------------------------------------------------------------------------

    @Test
    void fiveMegabytesOfText() throws Exception {
        String line = "0123456789abcde\n";

        renders(line.repeat(330_000), line.repeat(330_000));
    }

    @Test
    void fiveMegabytesOfTextAndOutputs() throws Exception {
        String text = "x".repeat(240);

        renders((text + "{{ a }}").repeat(20_000), (text + "1").repeat(20_000));
    }

    static Stream<Arguments> longOnes() {
        return Stream.of(
                arguments("{{ a }}".repeat(20_000), "1".repeat(20_000)),
                arguments(times(10_000, i -> "{% block b" + i + " %}x{% end %}"), "x".repeat(10_000)),
                arguments(times(5000, i -> "{% def f" + i + "(x) %}{{ x }}{% end %}") + "{{ f4999(7) }}", "7"),
                arguments(times(4000, i -> "{% for x in [a] %}{{ x }}{% end %}"), "1".repeat(4000)),
                arguments(times(9000, i -> "{% set v" + i + " = a %}") + "{{ v8999 }}", "1"),
                arguments(
                        "{% if a == 0 %}" + times(3000, i -> "{% elif a == " + (3000 - i) + " %}" + i) + "{% end %}",
                        "2999"),
                arguments(
                        "{% match a %}" + times(3000, i -> "{% case " + (3000 - i) + " %}" + i) + "{% end %}", "2999"),
                arguments(
                        "{% match a, b %}" + times(3000, i -> "{% case x, " + (i + 9) + " if x > 5 %}" + i)
                                + "{% case x, y %}{{ x }}{{ y }}{% end %}",
                        "12"),
                arguments("{{ ['é', " + "1, ".repeat(20_000) + "a] | last }}", "1"),
                arguments("{{ [" + "a, ".repeat(20_000) + "b] | last }}", "2"),
                arguments("{{ (" + "a, ".repeat(20_000) + "b) | length }}", "20001"),
                arguments("{{ {" + times(20_000, i -> i + ": a, ") + "'z': b}[19999] }}", "1"),
                arguments("{{ [" + times(3000, i -> "{'n': " + i + ", 't': [a, b]}, ") + "0][2999].n }}", "2999"),
                arguments(
                        "{% def f(x) %}{{ x }}{% end %}{{ [" + times(3000, i -> "f(" + i + "), ") + "0][2999] }}",
                        "2999"),
                arguments("{% def f(*all) %}{{ all | sum }}{% end %}{{ f(" + "a, ".repeat(3000) + "b) }}", "3002"),
                arguments("{{ '" + "é".repeat(100_000) + "' | length }}", "100000"),
                arguments("{{ a." + "n".repeat(100_000) + " ?? 'none' }}", "none"),
                arguments("{% set " + "n".repeat(100_000) + " = b %}{{ " + "n".repeat(100_000) + " }}", "2"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("longOnes")
    void longTemplates(String source, String expected) throws Exception {
        renders(source, expected);
    }

    // ---- deep -----------------------------------------------------------------------------------------------------

    static Stream<Arguments> deepOnes() {
        return Stream.of(
                arguments("{{ " + "(".repeat(200) + "a" + ")".repeat(200) + " }}", "1"),
                arguments("{{ " + "[".repeat(200) + "a" + "]".repeat(200) + "[0]".repeat(200) + " }}", "1"),
                arguments("{{ " + "{'k': ".repeat(200) + "a" + " }".repeat(200) + ".k".repeat(200) + " }}", "1"),
                arguments("{{ " + "a + ".repeat(500) + "a }}", "501"),
                arguments("{{ " + "a if b < a else (".repeat(200) + "b" + ")".repeat(200) + " }}", "2"),
                arguments("{{ " + "x.y[0] ?? ".repeat(500) + "a }}", "1"),
                arguments("{{ a" + " | default(b)".repeat(100) + " }}", "1"),
                arguments("{% def f(x) %}{{ x }}{% end %}{{ " + "f(".repeat(190) + "a" + ")".repeat(190) + " }}", "1"),
                arguments("{% if a " + "and b ".repeat(500) + "%}yes{% end %}", "yes"),
                arguments(
                        times(100, i -> "{% for i" + i + " in [a] %}{% try %}") + "{{ i0 + i99 }}"
                                + "{% fallback %}{% end %}{% end %}".repeat(100),
                        "2"),
                arguments(times(200, i -> "{% block b" + i + " %}<") + ends(200), "<".repeat(200)),
                arguments(
                        times(100, i -> "{% for x" + i + " in [a] %}{% set y = x" + i + " %}") + "{{ y }}" + ends(100),
                        "1"),
                arguments(times(200, i -> "{% with v" + i + " = a %}") + "{{ v0 + v199 }}" + ends(200), "2"),
                arguments(times(240, i -> "{% capture c" + i + " %}") + "x" + ends(240) + "{{ c0 }}{{ c239 }}", "x"),
                arguments(
                        "{% def f() %}({% slot %}){% end %}" + "{% call f() %}".repeat(100) + "x" + ends(100),
                        "(".repeat(100) + "x" + ")".repeat(100)),
                arguments("{% if a %}".repeat(200) + "{{ a }}" + "{% else %}no{% end %}".repeat(200), "1"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("deepOnes")
    void deepTemplates(String source, String expected) throws Exception {
        renders(source, expected);
    }

    // ---- jumps and waits across the pieces -------------------------------------------------------------------------

    @Test
    void breakAndContinueLeaveThePiecesOfALoop() throws Exception {
        String filler = "{{ a }}".repeat(400);
        String source = "{% for i in 1..9 %}{% set kept = i %}" + filler + "{% if i == 2 %}{% continue %}{% end %}<"
                + filler + "{% with w = i %}{% capture c %}" + filler
                + "{% if w == 4 %}{% break %}{% end %}{% end %}{% end %}{{ kept }}>{% end %}";
        String ones = "1".repeat(400);

        renders(source, ones + "<" + ones + "1>" + ones + ones + "<" + ones + "3>" + ones + "<" + ones);
    }

    @Test
    void breakLeavesALoopFromManyLevelsBelow() throws Exception {
        renders(
                "{% for i in 1..3 %}{{ i }}" + "{% if b %}".repeat(150) + "{% break %}" + ends(150) + "no{% end %}",
                "1");
        renders(
                "{% for i in 1..3 %}{{ i }}" + "{% try %}".repeat(50) + "{% continue %}"
                        + "{% fallback %}{% end %}".repeat(50) + "no{% end %}",
                "123");
    }

    @Test
    void piecesOfExpressionsWait() throws Exception {
        Template template = engine.fromString("{{ [" + "(await a) + 1, ".repeat(2000) + "b] | sum }}");
        Map<String, Object> model = Map.of("a", java.util.concurrent.CompletableFuture.completedFuture(1), "b", 2);

        assertThat(template.renderAsync(model).toCompletableFuture().get(60, TimeUnit.SECONDS))
                .isEqualTo("4002");
    }

    @Test
    void aFailureInAPieceHasItsPlace() {
        Template template = engine.fromString(
                "x\n".repeat(5000) + "{{ a }}".repeat(5000) + "\n{{ [" + "a,\n".repeat(3000) + "b // 0] }}");

        assertThatThrownBy(() -> template.render(MODEL))
                .isInstanceOfSatisfying(TemplateException.class, problem -> assertThat(problem.getLine())
                        .isEqualTo(8002));
    }

    // ---- refused ---------------------------------------------------------------------------------------------------

    static Stream<String> refused() {
        return Stream.of(
                "\n{{ " + "(".repeat(5000) + "a" + ")".repeat(5000) + " }}",
                "\n{{ " + "a + ".repeat(5000) + "a }}",
                "\n{{ a" + ".b".repeat(5000) + " }}",
                "\n" + "{% if a %}".repeat(5000) + ends(5000),
                "\n{{ a }}".repeat(40_000),
                "\n{{ a" + " <= b".repeat(5000) + " }}",
                "\n{% region r(" + times(3000, i -> "p" + i + "=a, ") + "q=1) %}{% end %}{{ r() }}");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("refused")
    void whatIsTooMuchIsRefusedWithAPlace(String source) {
        assertThatThrownBy(() -> engine.fromString(source).render(MODEL))
                .isInstanceOfSatisfying(TemplateSyntaxException.class, problem -> {
                    assertThat(problem.getLine()).isGreaterThan(1);
                    assertThat(problem.getColumn()).isNotNegative();
                });
        assertThatThrownBy(() -> engine.fromString(source).renderStream(MODEL).hasNext())
                .isInstanceOf(TemplateSyntaxException.class);
    }
}
