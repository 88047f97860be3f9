package dev.kida.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {

    @ParameterizedTest
    @CsvSource({"abcd, bcde, 0.75", "uper, upper, 0.888", "abc, xyz, 0", "a, a, 1", "'', '', 1"})
    void isTwiceTheMatchesOverTheLength(String a, String b, double expected) {
        assertThat(Similarity.ratio(a, b)).isEqualTo(expected, within(0.001));
    }

    @Test
    void proposesTheMostSimilarName() {
        assertThat(Similarity.closest("titel", List.of("tile", "title", "total")))
                .isEqualTo("title");
    }

    @Test
    void prefersTheLaterNameAmongEquals() {
        assertThat(Similarity.closest("ab", List.of("abx", "aby", "abw"))).isEqualTo("aby");
    }

    @Test
    void proposesNothingFarAway() {
        assertThat(Similarity.closest("name", List.of("price", "Total"))).isNull();
    }
}
