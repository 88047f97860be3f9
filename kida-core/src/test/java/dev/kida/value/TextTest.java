package dev.kida.value;

import static dev.kida.value.Use.list;
import static dev.kida.value.Use.map;
import static dev.kida.value.Use.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0",
        "0.0, 0.0",
        "-0.0, -0.0",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "1.5e-6, 1.5e-06",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "0.3333333333333333, 0.3333333333333333",
        "0.30000000000000004, 0.30000000000000004",
        "12345678901234567.0, 1.2345678901234568e+16",
        "5e-324, 5e-324",
        "1e-323, 1e-323",
        "2e-3, 0.002",
        "2.0e23, 2e+23",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "5.684341886080802e-14, 5.684341886080802e-14",
        "-9223372036854775808.0, -9.223372036854776e+18",
        "-123.456, -123.456",
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf",
    })
    void floatsHaveTheFewestDigitsThatReadBack(double value, String text) {
        assertThat(Text.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "1.0, 1.0", "16777216, 16777216.0", "3.4028235e38, 3.4028235e+38", "1.4e-45, 1e-45"})
    void floatsOfSinglePrecisionHaveTheirOwnDigits(float value, String text) {
        assertThat(Text.of(value)).isEqualTo(text);
    }

    @Test
    void scalars() {
        assertThat(Text.of(null)).isEmpty();
        assertThat(Text.of(Undefined.INSTANCE)).isEmpty();
        assertThat(Text.of(true)).isEqualTo("true");
        assertThat(Text.of(7)).isEqualTo("7");
        assertThat(Text.of(BigInteger.TEN.pow(20))).isEqualTo("100000000000000000000");
        assertThat(Text.of(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(Text.of('x')).isEqualTo("x");
        assertThat(Text.of(Optional.of(1.5))).isEqualTo("1.5");
        assertThat(Text.of(Optional.empty())).isEmpty();
        assertThat(Text.of(Thread.State.NEW)).isEqualTo("NEW");
    }

    @Test
    void containersInTheNotationOfTheLanguage() {
        assertThat(Text.of(list(1L, list(2.0, tuple("a")), map("k", 3L)))).isEqualTo("[1, [2.0, ('a',)], {'k': 3}]");
        assertThat(Text.of(tuple())).isEqualTo("()");
        assertThat(Text.of(tuple(1L, null))).isEqualTo("(1, null)");
        assertThat(Text.of(list(true, Undefined.INSTANCE, Markup.of("<b>")))).isEqualTo("[true, undefined, '<b>']");
        assertThat(Text.of(new LinkedHashSet<>(List.of(1, 2)))).isEqualTo("{1, 2}");
        assertThat(Text.of(new LinkedHashSet<>())).isEqualTo("set()");
        assertThat(Text.of(new int[] {1, 2})).isEqualTo("[1, 2]");
        assertThat(Text.of(new Range(1, 11, 3))).isEqualTo("range(1, 11, 3)");
    }

    @Test
    void quotesTextInContainers() {
        assertThat(Text.repr("é")).isEqualTo("'é'");
        assertThat(Text.repr("it's")).isEqualTo("\"it's\"");
        assertThat(Text.repr("q\"")).isEqualTo("'q\"'");
        assertThat(Text.repr("'\"")).isEqualTo("'\\'\"'");
        assertThat(Text.repr("a\\\n\t\0\u00ad\u2028😀")).isEqualTo("'a\\\\\\n\\t\\x00\\xad\\u2028😀'");
    }

    @Test
    void aListThatHoldsItselfComesToAnEnd() {
        List<Object> list = new ArrayList<>();
        list.add(1L);
        list.add(list);

        assertThat(Text.of(list)).isEqualTo("[1, [...]]");
    }

    @Test
    void functionsDoNotShowTheirInternals() {
        assertThat(Text.of(TemplateFunction.of("f", Signature.NONE, (a, c) -> null)))
                .isEqualTo("<function f>");
        assertThat(Text.of(Members.get("x", "upper", true))).isEqualTo("<function upper>");
    }

    @Test
    void escapesTheFiveCharactersAndDropsNul() {
        assertThat(Text.html("<&>\"'\0/`=")).isEqualTo("&lt;&amp;&gt;&quot;&#39;/`=");
        assertThat(Text.html(Markup.of("<b>"))).isEqualTo("<b>");
        assertThat(Text.html((SafeHtml) () -> "<i>")).isEqualTo("<i>");
        assertThat(Text.html(list("<"))).isEqualTo("[&#39;&lt;&#39;]");
        assertThat(Text.html(null)).isEmpty();
        assertThat(Text.html('<')).isEqualTo("&lt;");
    }

    @Test
    void asynchronousSourcesAreNeverPrinted() {
        for (Object source : List.of(new CompletableFuture<>(), new SubmissionPublisher<>())) {
            assertThat(Use.fails("K-RUN-012", () -> Text.of(source)).getSuggestion())
                    .contains("await", "async for");
            Use.fails("K-RUN-012", () -> Text.html(source));
            Use.fails("K-RUN-012", () -> Text.of(List.of(source)));
            Use.fails("K-RUN-012", () -> Iteration.iterate(source));
            Use.fails("K-RUN-012", () -> Members.get(source, "x", true));
            Use.fails("K-RUN-012", () -> Arithmetic.concat("a", source));
            Use.fails("K-RUN-012", () -> Truth.of(source));
        }
    }
}
