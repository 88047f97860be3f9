package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of a dict literal are found again however they were written (spec 02 §15). */
class DictKeysTest {

    private static String page(String source) {
        Map<String, Object> model = new HashMap<>();
        model.put("i", 9);
        model.put("by", (byte) 5);
        model.put("c", 'x');
        model.put("big", BigInteger.valueOf(9));
        model.put("one", List.of(Optional.of("o")));
        model.put("arr", new int[] {1});
        model.put("set", Set.of(1));
        model.put("queue", new ArrayDeque<>(List.of(1)));
        return KidaEngine.builder()
                .autoescape(false)
                .build()
                .fromString(source)
                .render(model)
                .strip();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            {% capture k %}a{% end %}{% let q = {k: 1} %}{{ q['a'] }}{{ q.a }}{{ 'a' in q }}{{ q.get('a') }} => 11true1
            {% capture k %}a{% end %}{% let q = {k: 1} %}{{ {'a': 1} == q }}{{ q == {'a': 1} }}              => truetrue
            {{ {c: 1}.x }}{{ {c: 1, 'x': 2} | length }}                                                      => 11
            {{ {i: 'a', 9: 'b'} }}{{ {i: 'a', 9: 'b'} | length }}{{ {9: 'a', 9: 'b'} }}                      => "{9: 'b'}1{9: 'b'}"
            {{ {by: 1}[5] }}{{ {5: 1}[by] }}                                                                 => 11
            {{ {big: 1}[9] }}{{ {9: 1}[big] }}                                                               => 11
            {{ {one[0]: 1}.o }}{{ {(1, 2): 1}[(1, 2)] }}{{ {none: 1}[none] }}                                => 111
            """)
    void areTheSameInAllTheirForms(String source, String page) {
        assertThat(page(source)).isEqualTo(page.replace("\"", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{}", "arr", "set", "queue"})
    void areNothingThatChanges(String key) {
        assertThatThrownBy(() -> page("{{ {" + key + ": 1} }}"))
                .isInstanceOfSatisfying(TemplateException.class, error -> assertThat(error.getCode())
                        .isEqualTo(ErrorCode.K_RUN_012));
    }
}
