package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
            })
    void isItsContent(String source, String page) {
        Map<String, Object> model = new HashMap<>();
        model.put("one", OptionalInt.of(1));
        model.put("gone", Optional.empty());
        model.put("xs", List.of(Optional.of("O"), OptionalInt.of(3), Optional.empty()));
        model.put("m", Map.of("a", Optional.empty()));
        Template template = KidaEngine.builder().build().fromString(source);
        StringBuilder streamed = new StringBuilder();
        template.renderStream(model).forEachRemaining(streamed::append);

        assertThat(template.render(model).strip()).isEqualTo(page);
        assertThat(streamed.toString().strip()).isEqualTo(page);
    }
}
