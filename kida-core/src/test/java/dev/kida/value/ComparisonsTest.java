package dev.kida.value;

import static dev.kida.value.Use.fails;
import static dev.kida.value.Use.list;
import static dev.kida.value.Use.map;
import static dev.kida.value.Use.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.error.NoneComparisonException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonsTest {

    private static void equal(@Nullable Object a, @Nullable Object b) {
        assertThat(Comparisons.equal(a, b)).as("%s == %s", a, b).isTrue();
        assertThat(Comparisons.equal(b, a)).as("%s == %s", b, a).isTrue();
    }

    private static void different(@Nullable Object a, @Nullable Object b) {
        assertThat(Comparisons.equal(a, b)).as("%s == %s", a, b).isFalse();
        assertThat(Comparisons.equal(b, a)).as("%s == %s", b, a).isFalse();
    }

    @Test
    void numbersAreEqualByValueAcrossTypes() {
        equal(1L, 1.0);
        equal(1, 1L);
        equal(true, 1L);
        equal(new BigDecimal("1.00"), 1L);
        different(9007199254740993L, 9007199254740992.0);
        different(Double.NaN, Double.NaN);
        different(10L, "10");
        different(true, "true");
    }

    @Test
    void textAndContainersAreEqualByContent() {
        equal("<b>", Markup.of("<b>"));
        equal("x", 'x');
        equal(list(1L, 2L), tuple(1, 2.0));
        equal(new Range(0, 3, 1), list(0, 1, 2));
        equal(new int[] {1, 2}, list(1L, 2L));
        equal(map("a", 1L), map("a", 1.0));
        equal(Set.of(1), Set.of(1L));
        different(list(1L), list(1L, 2L));
        different(map("a", 1L), map("b", 1L));
        different(list(), Set.of());
    }

    @Test
    void nullAndUndefinedEqualOnlyThemselves() {
        equal(null, null);
        equal(Undefined.INSTANCE, Undefined.INSTANCE);
        different(null, Undefined.INSTANCE);
        different(null, "");
        different(null, 0L);
        different(Undefined.INSTANCE, "");
        equal(LocalDate.EPOCH, LocalDate.EPOCH);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void comparesWithWrittenIntegersAsWithAnyNumber(Object number) {
        for (long written : new long[] {-1, 0, 1, 1L << 53}) {
            assertThat(Comparisons.equalTo(number, written)).isEqualTo(Comparisons.equal(number, (Object) written));
            assertThat(Comparisons.lessThan(number, written)).isEqualTo(Comparisons.less(number, written));
            assertThat(Comparisons.atMost(number, written)).isEqualTo(Comparisons.lessEqual(number, written));
            assertThat(Comparisons.greaterThan(number, written)).isEqualTo(Comparisons.greater(number, written));
            assertThat(Comparisons.atLeast(number, written)).isEqualTo(Comparisons.greaterEqual(number, written));
        }
    }

    private static Stream<Object> numbers() {
        return Stream.of(
                0,
                1L,
                -1,
                (1L << 53) + 1,
                true,
                0.0,
                -0.0,
                0.5,
                1.0,
                (double) (1L << 53),
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                new BigDecimal("1.0"),
                BigInteger.ONE.shiftLeft(70));
    }

    @Test
    void orders() {
        assertThat(Comparisons.less(1L, 1.5)).isTrue();
        assertThat(Comparisons.less("10", "9")).isTrue();
        assertThat(Comparisons.less("A", "a")).isTrue();
        assertThat(Comparisons.less("\uffee", "😀")).isTrue();
        assertThat(Comparisons.less(list(), list(1L))).isTrue();
        assertThat(Comparisons.less(tuple(1L, 2L), tuple(1L, 3L))).isTrue();
        assertThat(Comparisons.greaterEqual(LocalDate.MAX, LocalDate.EPOCH)).isTrue();
        assertThat(Comparisons.lessEqual(false, 0L)).isTrue();
        assertThat(Comparisons.less(Double.NaN, 1L)).isFalse();
        assertThat(Comparisons.greaterEqual(Double.NaN, 1L)).isFalse();
        assertThat(Comparisons.compare(2, 10)).isNegative();
        assertThat(Comparisons.greater(Double.POSITIVE_INFINITY, new BigDecimal("1e400")))
                .isTrue();
    }

    @Test
    void valuesWithoutOrder() {
        assertThat(fails("K-RUN-005", () -> Comparisons.less(null, 1L))).isInstanceOf(NoneComparisonException.class);
        fails("K-RUN-005", () -> Comparisons.less("a", null));
        fails("K-RUN-012", () -> Comparisons.less(1L, "1"));
        fails("K-RUN-012", () -> Comparisons.less(list(1L), tuple(1L)));
        fails("K-RUN-012", () -> Comparisons.less(map(), map()));
        fails("K-RUN-012", () -> Comparisons.less(Undefined.INSTANCE, 1L));
        fails("K-RUN-012", () -> Comparisons.less(LocalDate.EPOCH, Thread.State.NEW));
    }

    @Test
    void membership() {
        assertThat(Comparisons.contains("b", "abc")).isTrue();
        assertThat(Comparisons.contains(1L, List.of(1))).isTrue();
        assertThat(Comparisons.contains(1L, list(true))).isTrue();
        assertThat(Comparisons.contains("x", map("x", 1L))).isTrue();
        assertThat(Comparisons.contains(Markup.of("x"), map("x", 1L))).isTrue();
        assertThat(Comparisons.contains(3L, new Range(1, 4, 1))).isTrue();
        assertThat(Comparisons.contains(3.0, new Range(1, 4, 1))).isTrue();
        assertThat(Comparisons.contains(4L, new Range(1, 10, 2))).isFalse();
        assertThat(Comparisons.contains(2L, new int[] {1, 2})).isTrue();
        assertThat(Comparisons.contains(2L, Set.of(2))).isTrue();
        assertThat(Comparisons.contains("a", new TreeSet<>(Set.of(2)))).isFalse();
        assertThat(Comparisons.contains(1L, new TreeMap<>(Map.of("a", 1)))).isFalse();
        assertThat(Comparisons.contains(null, Map.of("a", 1))).isFalse();
        assertThat(Comparisons.contains(1L, Undefined.INSTANCE)).isFalse();
        fails("K-RUN-012", () -> Comparisons.contains(1L, "a"));
        fails("K-RUN-012", () -> Comparisons.contains(1L, null));
        fails("K-RUN-012", () -> Comparisons.contains(1L, 5L));
    }

    @Test
    void identityOfLiterals() {
        assertThat(Comparisons.identical(null, null)).isTrue();
        assertThat(Comparisons.identical(1L, true)).isFalse();
        assertThat(Comparisons.identical(1, 1L)).isTrue();
        assertThat(Comparisons.identical(1L, 1.0)).isFalse();
        assertThat(Comparisons.identical("a", "a")).isTrue();
    }
}
