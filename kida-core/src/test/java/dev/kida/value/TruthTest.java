package dev.kida.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TruthTest {

    static Stream<@Nullable Object> falseValues() {
        return Arrays.<@Nullable Object>asList(
                null,
                false,
                0,
                0L,
                0.0,
                -0.0,
                BigDecimal.ZERO.setScale(2),
                BigInteger.ZERO,
                "",
                Markup.EMPTY,
                List.of(),
                Map.of(),
                Set.of(),
                Tuple.EMPTY,
                new Range(1, 1, 1),
                new int[0],
                Undefined.INSTANCE,
                Optional.empty(),
                Optional.of(0),
                new StringBuilder())
                .stream();
    }

    static Stream<Object> trueValues() {
        return Stream.of(
                true, 1, -1L, 0.5, Double.NaN, "0", "false", Markup.of(" "), List.of(0), new int[1], new Object(), 'x');
    }

    @ParameterizedTest
    @MethodSource("falseValues")
    void nothingAndEverythingEmptyIsFalse(@Nullable Object value) {
        assertThat(Truth.of(value)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("trueValues")
    void everythingElseIsTrue(Object value) {
        assertThat(Truth.of(value)).isTrue();
    }
}
