package dev.kida.builtin;

import static dev.kida.builtin.Use.filter;
import static dev.kida.builtin.Use.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.ErrorCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFiltersTest {

    @Test
    void absKeepsTheType() {
        assertThat(filter("abs", -5L)).isEqualTo(5L);
        assertThat(filter("abs", -2.5)).isEqualTo(2.5);
        assertThat(filter("abs", true)).isEqualTo(1L);
        assertThat(filter("abs", Long.MIN_VALUE)).isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(filter("abs", new BigDecimal("-1.50"))).isEqualTo(new BigDecimal("1.50"));
        assertThatThrownBy(() -> filter("abs", "x")).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
        assertThatThrownBy(() -> filter("abs", null)).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
    }

    @Test
    void intTruncatesAndParses() {
        assertThat(filter("int", 3.9)).isEqualTo(3L);
        assertThat(filter("int", -3.9)).isEqualTo(-3L);
        assertThat(filter("int", " 1_000 ")).isEqualTo(1000L);
        assertThat(filter("int", "٤٢")).isEqualTo(42L);
        assertThat(filter("int", "+7")).isEqualTo(7L);
        assertThat(filter("int", true)).isEqualTo(1L);
        assertThat(filter("int", "12345678901234567890")).isEqualTo(new BigInteger("12345678901234567890"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "3.9", "", "1__0", "_1", "1_", "0x10", "- 1"})
    void intFallsBackWithAWarning(String text) {
        Use render = new Use();
        assertThat(render.apply("int", text, 7L)).isEqualTo(7L);
        assertThat(render.warnings).hasSize(1);
        assertThatThrownBy(() -> filter("int", text, named("strict", true)))
                .satisfies(TextFiltersTest.code(ErrorCode.K_RUN_007));
    }

    @Test
    void intOfOtherThings() {
        assertThat(filter("int", null)).isEqualTo(0L);
        assertThat(filter("int", List.of(1), 9L)).isEqualTo(9L);
        assertThatThrownBy(() -> filter("int", Double.POSITIVE_INFINITY))
                .satisfies(TextFiltersTest.code(ErrorCode.K_RUN_007));
    }

    @Test
    void floatParses() {
        assertThat(filter("float", " 2.50 ")).isEqualTo(2.5);
        assertThat(filter("float", "1e3")).isEqualTo(1000.0);
        assertThat(filter("float", "5.")).isEqualTo(5.0);
        assertThat(filter("float", ".5")).isEqualTo(0.5);
        assertThat(filter("float", "1_0.5")).isEqualTo(10.5);
        assertThat(filter("float", "-Infinity")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(filter("float", "nan")).isEqualTo(Double.NaN);
        assertThat(filter("float", 2)).isEqualTo(2.0);
        assertThat(filter("float", "1.5f", 9.5)).isEqualTo(9.5);
        assertThat(filter("float", ".", 9.5)).isEqualTo(9.5);
        assertThat(filter("float", "1e", 9.5)).isEqualTo(9.5);
    }

    @Test
    void roundsTheExactValueHalfToEven() {
        assertThat(filter("round", 2.5)).isEqualTo(2.0);
        assertThat(filter("round", 3.5)).isEqualTo(4.0);
        assertThat(filter("round", 5L)).isEqualTo(5.0);
        assertThat(filter("round", 2.675, 2L)).isEqualTo(2.67);
        assertThat(filter("round", 1234.5, -2L)).isEqualTo(1200.0);
        assertThat(filter("round", 42.55, 1L, "ceil")).isEqualTo(42.6);
        assertThat(filter("round", 3.149, 2L, "floor")).isEqualTo(3.14);
        assertThat(filter("round", -0.5, 0L, "ceil")).isEqualTo(0.0);
        assertThat(filter("round", "3.7")).isEqualTo(4.0);
        assertThat(filter("round", "abc")).isEqualTo(0.0);
        assertThat(filter("round", new BigDecimal("2.675"), 2L)).isEqualTo(new BigDecimal("2.68"));
        assertThatThrownBy(() -> filter("round", "abc", named("strict", true)))
                .satisfies(TextFiltersTest.code(ErrorCode.K_RUN_007));
    }

    @Test
    void decimalHasFixedPlaces() {
        assertThat(filter("decimal", 3.1)).isEqualTo("3.10");
        assertThat(filter("decimal", 3.15, 1L)).isEqualTo("3.1");
        assertThat(filter("decimal", 2.5, 0L)).isEqualTo("2");
        assertThat(filter("decimal", -0.001)).isEqualTo("-0.00");
        assertThat(filter("decimal", 42L)).isEqualTo("42.00");
        assertThat(filter("decimal", "7.1")).isEqualTo("7.10");
        assertThat(filter("decimal", true, 1L)).isEqualTo("1.0");
        assertThat(filter("decimal", Double.NaN)).isEqualTo("nan");
        assertThat(filter("decimal", "abc")).isEqualTo("abc");
        assertThat(filter("decimal", 1.5, -1L)).isEqualTo("1.5");
    }

    @Test
    void formatsThousands() {
        assertThat(filter("format_number", 1234567L)).isEqualTo("1,234,567");
        assertThat(filter("format_number", 999L)).isEqualTo("999");
        assertThat(filter("format_number", -1234.5)).isEqualTo("-1,234");
        assertThat(filter("format_number", -0.4)).isEqualTo("0");
        assertThat(filter("format_number", 1234567.891, 2L)).isEqualTo("1,234,567.89");
        assertThat(filter("format_number", new BigInteger("12345678901234567890")))
                .isEqualTo("12,345,678,901,234,567,890");
        assertThat(filter("commas", "1000000")).isEqualTo("1,000,000");
        assertThat(filter("commas", "x")).isEqualTo("x");
        assertThatThrownBy(() -> filter("format_number", Double.POSITIVE_INFINITY))
                .satisfies(TextFiltersTest.code(ErrorCode.K_RUN_007));
    }

    @Test
    void formatsFileSizes() {
        assertThat(filter("filesizeformat", 1L)).isEqualTo("1 Bytes");
        assertThat(filter("filesizeformat", -5L)).isEqualTo("-5 Bytes");
        assertThat(filter("filesizeformat", 1500L)).isEqualTo("1.5 kB");
        assertThat(filter("filesizeformat", 999999L)).isEqualTo("1000.0 kB");
        assertThat(filter("filesizeformat", 1024L, true)).isEqualTo("1.0 KiB");
        assertThat(filter("filesizeformat", 7000000000000000L)).isEqualTo("7000.0 TB");
        assertThat(filter("filesizeformat", Double.NaN)).isEqualTo("nan TB");
        assertThat(filter("filesizeformat", "2048")).isEqualTo("2.0 kB");
        assertThat(filter("filesizeformat", "x")).isEqualTo("0 Bytes");
    }
}
