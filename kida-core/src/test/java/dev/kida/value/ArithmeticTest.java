package dev.kida.value;

import static dev.kida.value.Use.fails;
import static dev.kida.value.Use.list;
import static dev.kida.value.Use.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ArithmeticTest {

    @Test
    void sums() {
        assertThat(Arithmetic.add(1L, 2L)).isEqualTo(3L);
        assertThat(Arithmetic.add(1, (short) 2)).isEqualTo(3L);
        assertThat(Arithmetic.add(true, 1L)).isEqualTo(2L);
        assertThat(Arithmetic.add(1L, 0.5)).isEqualTo(1.5);
        assertThat(Arithmetic.add("a", 1L)).isEqualTo("a1");
        assertThat(Arithmetic.add(1L, "a")).isEqualTo("1a");
        assertThat(Arithmetic.add("1", 2L)).isEqualTo("12");
        assertThat(Arithmetic.add("a", null)).isEqualTo("a");
        assertThat(Arithmetic.add("a", Undefined.INSTANCE)).isEqualTo("a");
        assertThat(Arithmetic.add(list(1L), list(2L))).isEqualTo(list(1L, 2L));
        assertThat(Arithmetic.add(tuple(1L), tuple(2L)))
                .isInstanceOf(Tuple.class)
                .isEqualTo(tuple(1L, 2L));
    }

    @Test
    void integersGrowBeyondALong() {
        BigInteger next = BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE);

        assertThat(Arithmetic.add(Long.MAX_VALUE, 1L)).isEqualTo(next);
        assertThat(Arithmetic.subtract(next, 1L)).isEqualTo(Long.MAX_VALUE);
        assertThat(Arithmetic.subtract(Long.MIN_VALUE, 1L))
                .isEqualTo(next.add(BigInteger.ONE).negate());
        assertThat(Arithmetic.multiply(Long.MIN_VALUE, -1L)).isEqualTo(next);
        assertThat(Arithmetic.negate(Long.MIN_VALUE)).isEqualTo(next);
        assertThat(Arithmetic.floorDivide(Long.MIN_VALUE, -1L)).isEqualTo(next);
        assertThat(Arithmetic.power(2L, 64L)).isEqualTo(BigInteger.TWO.pow(64));
    }

    @Test
    void quotientsAreFloatsAndFloorsRoundDown() {
        assertThat(Arithmetic.divide(6L, 2L)).isEqualTo(3.0);
        assertThat(Arithmetic.divide(7L, 2L)).isEqualTo(3.5);
        assertThat(Arithmetic.floorDivide(7L, 2L)).isEqualTo(3L);
        assertThat(Arithmetic.floorDivide(-7L, 2L)).isEqualTo(-4L);
        assertThat(Arithmetic.floorDivide(7L, -2L)).isEqualTo(-4L);
        assertThat(Arithmetic.floorDivide(7.5, 2L)).isEqualTo(3.0);
    }

    @Test
    void remaindersHaveTheSignOfTheDivisor() {
        assertThat(Arithmetic.modulo(-7L, 3L)).isEqualTo(2L);
        assertThat(Arithmetic.modulo(7L, -3L)).isEqualTo(-2L);
        assertThat(Arithmetic.modulo(-7L, -3L)).isEqualTo(-1L);
        assertThat(Arithmetic.modulo(7.5, 2L)).isEqualTo(1.5);
        assertThat(Arithmetic.modulo(-1.5, 2L)).isEqualTo(0.5);
    }

    @Test
    void powers() {
        assertThat(Arithmetic.power(2L, 10L)).isEqualTo(1024L);
        assertThat(Arithmetic.power(2L, 0.5)).isEqualTo(1.4142135623730951);
        assertThat(Arithmetic.power(10L, -2L)).isEqualTo(0.01);
        assertThat(Arithmetic.power(0L, 0L)).isEqualTo(1L);
        assertThat(Arithmetic.power(-1L, BigInteger.TEN.pow(30))).isEqualTo(1L);
        fails("K-RUN-011", () -> Arithmetic.power(0L, -1L));
        fails("K-RUN-012", () -> Arithmetic.power(-2L, 0.5));
        fails("K-RUN-007", () -> Arithmetic.power(10L, 1_000_000_000L));
        fails("K-RUN-007", () -> Arithmetic.power(10.0, 1000L));
    }

    @Test
    void decimalsStayDecimalsExceptNextToAFloat() {
        BigDecimal price = new BigDecimal("19.90");

        assertThat(Arithmetic.multiply(price, 3L)).isEqualTo(new BigDecimal("59.70"));
        assertThat(Arithmetic.add(price, new BigDecimal("0.1"))).isEqualTo(new BigDecimal("20.00"));
        assertThat(Arithmetic.divide(BigDecimal.ONE, 3L)).isEqualTo(new BigDecimal("0.3333333333333333"));
        assertThat(Arithmetic.add(price, 0.5)).isEqualTo(20.4);
        assertThat(Arithmetic.modulo(new BigDecimal("-7.5"), 2L)).isEqualTo(new BigDecimal("0.5"));
        assertThat(Arithmetic.negate(price)).isEqualTo(new BigDecimal("-19.90"));
    }

    @Test
    void repeatsTextAndSequences() {
        assertThat(Arithmetic.multiply("ab", 3L)).isEqualTo("ababab");
        assertThat(Arithmetic.multiply(2L, "ab")).isEqualTo("abab");
        assertThat(Arithmetic.multiply("ab", -1L)).isEqualTo("");
        assertThat(Arithmetic.multiply(list(0L), 2L)).isEqualTo(list(0L, 0L));
        assertThat(Arithmetic.multiply(tuple(0L), 2L)).isInstanceOf(Tuple.class);
        assertThat(Arithmetic.multiply(Markup.of("<b>"), 2L)).isEqualTo(Markup.of("<b><b>"));
        fails("K-RUN-007", () -> Arithmetic.multiply("ab", Long.MAX_VALUE));
    }

    @Test
    void divisionByZeroIsAnErrorForFloatsToo() {
        fails("K-RUN-011", () -> Arithmetic.divide(1L, 0L));
        fails("K-RUN-011", () -> Arithmetic.divide(1.0, 0.0));
        fails("K-RUN-011", () -> Arithmetic.floorDivide(1L, 0L));
        fails("K-RUN-011", () -> Arithmetic.modulo(1L, 0L));
        fails("K-RUN-011", () -> Arithmetic.divide(BigDecimal.ONE, BigDecimal.ZERO));
    }

    @Test
    void operandsOfTheWrongType() {
        fails("K-RUN-012", () -> Arithmetic.subtract("5", 2L));
        fails("K-RUN-012", () -> Arithmetic.add(list(1L), tuple(2L)));
        fails("K-RUN-012", () -> Arithmetic.add(1L, list(2L)));
        fails("K-RUN-012", () -> Arithmetic.add(1L, null));
        fails("K-RUN-012", () -> Arithmetic.add(new Range(1, 2, 1), 1L));
        fails("K-RUN-012", () -> Arithmetic.multiply("a", 1.0));
        fails("K-RUN-012", () -> Arithmetic.negate("5"));
        fails("K-RUN-012", () -> Arithmetic.add(Undefined.INSTANCE, 1L));
        assertThat(Arithmetic.negate(true)).isEqualTo(-1L);
    }

    @Test
    void resultsOfCallsAreReadAsNumbers() {
        assertThat(Arithmetic.coerce(Markup.of(" 24 "))).isEqualTo(24L);
        assertThat(Arithmetic.coerce("-2.5e1")).isEqualTo(-25.0);
        assertThat(Arithmetic.coerce("AB")).isEqualTo(0L);
        assertThat(Arithmetic.coerce(list(1L))).isEqualTo(0L);
        assertThat(Arithmetic.coerce(null)).isEqualTo(0L);
        assertThat(Arithmetic.coerce(Undefined.INSTANCE)).isEqualTo(0L);
        assertThat(Arithmetic.coerce(2)).isEqualTo(2L);
        assertThat(Arithmetic.coerce("1_0")).isEqualTo(0L);
        assertThat(Arithmetic.coerce("5.")).isEqualTo(0L);
        assertThat(Arithmetic.coerce("12345678901234567890")).isEqualTo(new BigInteger("12345678901234567890"));
    }

    @Test
    void concatenationEscapesNextToMarkup() {
        Markup bold = Markup.of("<b>");

        assertThat(Arithmetic.concat(1L, 2L)).isEqualTo("12");
        assertThat(Arithmetic.concat(1.0, "x")).isEqualTo("1.0x");
        assertThat(Arithmetic.concat(list(1L), "")).isEqualTo("[1]");
        assertThat(Arithmetic.concat(null, "a")).isEqualTo("a");
        assertThat(Arithmetic.concat(bold, "<")).isEqualTo(Markup.of("<b>&lt;"));
        assertThat(Arithmetic.add("<", bold)).isEqualTo(Markup.of("&lt;<b>"));
        assertThat(Arithmetic.concat((SafeHtml) () -> "<i>", "<")).isEqualTo(Markup.of("<i>&lt;"));
        assertThat(Arithmetic.concatAll("<", 1L, bold)).isEqualTo(Markup.of("&lt;1<b>"));
        assertThat(Arithmetic.concatAll("<", 1L)).isEqualTo("<1");
    }
}
