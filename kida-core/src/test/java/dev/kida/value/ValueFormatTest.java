package dev.kida.value;

import static dev.kida.value.Use.call;
import static dev.kida.value.Use.callNamed;
import static dev.kida.value.Use.fails;
import static dev.kida.value.Use.map;
import static dev.kida.value.Use.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueFormatTest {

    @Test
    void fieldsByOrderNumberAndName() {
        assertThat(call("{}-{}", "format", 1L, "b")).isEqualTo("1-b");
        assertThat(call("{1}{0}{1}", "format", "a", "b")).isEqualTo("bab");
        assertThat(callNamed("{x:>4}", "format", "x", 5L)).isEqualTo("   5");
        assertThat(call("{{}}", "format")).isEqualTo("{}");
        assertThat(call("{}", "format", (Object) null)).isEqualTo("");
        assertThat(call("{} {}", "format", true, 1.0)).isEqualTo("true 1.0");
    }

    @Test
    void malformedPatterns() {
        fails("K-RUN-007", () -> call("{", "format", 1L));
        fails("K-RUN-007", () -> call("}", "format", 1L));
        fails("K-RUN-007", () -> call("{}{}", "format", 1L));
        fails("K-RUN-007", () -> call("{}{0}", "format", 1L));
        fails("K-RUN-007", () -> call("{0}{}", "format", 1L));
        fails("K-RUN-009", () -> call("{x}", "format", 1L));
        fails("K-RUN-007", () -> call("{:zz}", "format", 1L));
        fails("K-RUN-007", () -> call("{:99999999999}", "format", 1L));
    }

    @Test
    void otherBasesSayWhichTheyAre() {
        assertThat(call("{:#x} {:#X} {:#o} {:#b} {:#d}", "format", 255L, 255L, 8L, 5L, 7L))
                .isEqualTo("0xff 0XFF 0o10 0b101 7");
        assertThat(call("{:#06x} {:+#x} {:>#6x} {:#_b}", "format", 255L, -1L, 255L, 255L))
                .isEqualTo("0x00ff -0x1   0xff 0b1111_1111");
    }

    @Test
    void fieldsDoNotReachIntoValues() {
        fails("K-RUN-007", () -> call("{0.class}", "format", "x"));
        fails("K-RUN-007", () -> call("{0[k]}", "format", map("k", 1L)));
        fails("K-RUN-007", () -> call("{0!r}", "format", "x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3.14159   | .2f    | 3.14",
                "2.5       | .0f    | 2",
                "-0.001    | .1f    | -0.0",
                "3.0       | +      | +3.0",
                "0.00001   | e      | 1.000000e-05",
                "12345.678 | .3g    | 1.23e+04",
                "0.5       | %      | 50.000000%",
                "0.12345   | .1%    | 12.3%",
                "1234567.5 | ,.2f   | 1,234,567.50",
                "1234.5    | *^12   | `***1234.5***`",
            })
    void floats(double value, String specification, String text) {
        assertThat(ValueFormat.format(value, specification)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1234567 | ,     | 1,234,567",
                "1234    | 08    | 00001234",
                "-1234   | 08,   | -001,234",
                "255     | x     | ff",
                "255     | X     | FF",
                "8       | o     | 10",
                "5       | b     | 101",
                "7       | d     | 7",
                "7       | .2f   | 7.00",
                "7       | <3    | `7  `",
                "65      | c     | A",
            })
    void integers(long value, String specification, String text) {
        assertThat(ValueFormat.format(value, specification)).isEqualTo(text);
    }

    @Test
    void textAndOthers() {
        assertThat(ValueFormat.format("abc", "5")).isEqualTo("abc  ");
        assertThat(ValueFormat.format("abc", ">5")).isEqualTo("  abc");
        assertThat(ValueFormat.format("a😀c", "^5.2")).isEqualTo(" a😀  ");
        assertThat(ValueFormat.format(new BigDecimal("2.675"), ".2f")).isEqualTo("2.68");
        assertThat(ValueFormat.format(new BigDecimal("12345678901234567890.5"), ",.1f"))
                .isEqualTo("12,345,678,901,234,567,890.5");
        fails("K-RUN-007", () -> ValueFormat.format("abc", "d"));
        fails("K-RUN-007", () -> ValueFormat.format(1.5, "d"));
        fails("K-RUN-007", () -> ValueFormat.format(1L, "s"));
        fails("K-RUN-012", () -> ValueFormat.format(null, "d"));
    }

    @Test
    void percentFields() {
        assertThat(Arithmetic.modulo("%s: %d", tuple("a", 3.7))).isEqualTo("a: 3");
        assertThat(Arithmetic.modulo("%05.1f|%-4d|%+d", tuple(3.14159, 7L, 7L))).isEqualTo("003.1|7   |+7");
        assertThat(Arithmetic.modulo("%5s%%", "ab")).isEqualTo("   ab%");
        assertThat(Arithmetic.modulo("%(name)s is %(n)03d", map("name", "x", "n", 7L)))
                .isEqualTo("x is 007");
        assertThat(Arithmetic.modulo("%x %X %o %c %c", tuple(255L, 255L, 8L, "a", 66L)))
                .isEqualTo("ff FF 10 a B");
        assertThat(Arithmetic.modulo("%e %g %.2g", tuple(1234.5, 0.0001, 123.0)))
                .isEqualTo("1.234500e+03 0.0001 1.2e+02");
        assertThat(Arithmetic.modulo("%s", Use.list(1L, 2L))).isEqualTo("[1, 2]");
    }

    @Test
    void percentFieldsWithTheWrongValues() {
        fails("K-RUN-012", () -> Arithmetic.modulo("%s %s", "a"));
        fails("K-RUN-012", () -> Arithmetic.modulo("%s", tuple("a", "b")));
        fails("K-RUN-012", () -> Arithmetic.modulo("%d", "a"));
        fails("K-RUN-012", () -> Arithmetic.modulo("a", 1L));
        fails("K-RUN-012", () -> Arithmetic.modulo("%(a)s", tuple("a")));
        fails("K-RUN-009", () -> Arithmetic.modulo("%(a)s", map()));
        fails("K-RUN-007", () -> Arithmetic.modulo("%", 1L));
        fails("K-RUN-007", () -> Arithmetic.modulo("%y", 1L));
    }
}
