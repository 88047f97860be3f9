package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A collection with an order is a list for templates, whatever its class (spec 02 §3). */
class CollectionsAsListsTest {

    private static String page(String source) {
        Map<String, Object> model = Map.of(
                "q", new ArrayDeque<>(List.of(1, 2, 3)),
                "mv", Map.of("k", 7).values(),
                "uc", Collections.unmodifiableCollection(List.of("a", Optional.of("b"))),
                "numbers", new int[] {1, 2},
                "set", Set.of(1));
        return KidaEngine.builder()
                .autoescape(false)
                .build()
                .fromString(source)
                .render(model)
                .strip();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            {{ q[0] }}{{ q[-1] }}{{ mv[0] }}{{ uc[1] }}{{ q?[1] }}{{ q | get(1) }}           => 137b22
            {{ q[1:] }}{{ q[::-1] }}{{ mv[:1] }}                                             => [2, 3][3, 2, 1][7]
            {{ q == [1, 2, 3] }}{{ [7] == mv }}{{ uc == ['a', 'b'] }}{{ q == mv }}           => truetruetruefalse
            {{ q + [4] }}{{ mv + mv }}{{ mv * 2 }}                                           => [1, 2, 3, 4][7, 7][7, 7]
            {{ q < [1, 3] }}{{ mv > q }}                                                     => truetrue
            {{ q.count(2) }}{{ q.index(3) }}{{ uc.index('b') }}                              => 121
            {% set (p,) = mv %}{% set x, y, z = q %}{{ p }}{{ z }}                           => 73
            {% for a, b in [uc] %}{{ a }}{{ b }}{% end %}                                    => ab
            {% match q %}{% case (a, b) %}two{% case (a, b, c) %}{{ a }}{{ c }}{% end %}     => 13
            {% match uc %}{% case ('a', 'b') %}ab{% case _ %}none{% end %}                   => ab
            {% match numbers %}{% case (1, b) %}{{ b }}{% case _ %}none{% end %}             => 2
            {{ q is sequence }}{{ set is sequence }}{{ set == [1] }}                         => truefalsefalse
            """)
    void haveElementsByIndex(String source, String page) {
        assertThat(page(source)).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ set[0] }}", "{{ set + [1] }}", "{{ set[1:] }}"})
    void butASetHasNoOrder(String source) {
        assertThatThrownBy(() -> page(source))
                .isInstanceOfSatisfying(TemplateException.class, error -> assertThat(error.getCode())
                        .isEqualTo(ErrorCode.K_RUN_012));
    }
}
