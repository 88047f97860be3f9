package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An optional is its content, and an empty one null, wherever it enters the engine (spec 02 §3). */
class OptionalValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            value = {
                "{{ one }}{{ one + 1 }}{{ gone is none }}{{ gone ?? 'd' }} ⇒ 12trued",
                "{% for x in xs %}[{{ x }}{{ x is none }}]{% end %} ⇒ [Ofalse][3false][true]",
                "{% for x in xs %}{{ loop.previtem is none }}{{ loop.nextitem is none }} {% end %} ⇒ truefalse falsetrue falsetrue",
                "{{ [x is none for x in xs] }} ⇒ [false, false, true]",
                "{{ xs[2] is none }}{{ m.a is none }}{{ m['a'] is none }} ⇒ truetruetrue",
                "{% set a, b, c = xs %}{{ a }}{{ b }}{{ c is none }} ⇒ O3true",
                "{{ 'O' in xs }}{{ 3 in xs }}{{ none in xs }}{{ 'z' in xs }} ⇒ truetruetruefalse",
                "{{ xs == ['O', 3, none] }}{{ ['O', 3, none] == xs }}{{ xs == xs }} ⇒ truetruetrue",
                "{{ m == {'a': none} }}{{ {'a': none} == m }}{{ m == {'a': 1} }} ⇒ truetruefalse",
                "{{ xs.count(none) }}{{ xs.index(none) }}{{ xs.index(3) }} ⇒ 121",
                "{{ grown.pop() is none }}{{ grown.pop() + 1 }}{{ grown.pop() }} ⇒ true4O",
                "{{ d.pop('e') is none }}{{ d.pop('f') is none }} ⇒ falsetrue",
                "{{ 'q' in d.values() }}{{ none in d.values() }} ⇒ truetrue",
                "{{ xs | reject('none') | list | length }}{{ xs | select | list | length }} ⇒ 22",
                "{{ xs | compact(truthy=false) | length }} ⇒ 2",
                "{{ numbers | sum }}{{ numbers | max }}{{ numbers | sort == [1, 2] }} ⇒ 32true",
                "{{ functions.o(1) }} ⇒ 2",
            })
    void isItsContent(String source, String page) {
        Map<String, Object> model = new HashMap<>();
        model.put("one", OptionalInt.of(1));
        model.put("gone", Optional.empty());
        model.put("xs", List.of(Optional.of("O"), OptionalInt.of(3), Optional.empty()));
        model.put("m", Map.of("a", Optional.empty()));
        model.put("numbers", List.of(Optional.of(2L), Optional.of(1L)));
        model.put("functions", Map.of("o", Optional.of((Function<Long, Long>) n -> n + 1)));
        Template template = KidaEngine.builder().build().fromString(source);
        StringBuilder streamed = new StringBuilder();
        template.renderStream(withChangeable(model)).forEachRemaining(streamed::append);

        assertThat(template.render(withChangeable(model)).strip()).isEqualTo(page);
        assertThat(streamed.toString().strip()).isEqualTo(page);
    }

    private static Map<String, Object> withChangeable(Map<String, Object> model) {
        Map<String, Object> copy = new HashMap<>(model);
        copy.put("grown", new ArrayList<>(List.of(Optional.of("O"), OptionalInt.of(3), Optional.empty())));
        copy.put("d", new HashMap<>(Map.of("e", Optional.of("q"), "f", Optional.empty())));
        return copy;
    }
}
