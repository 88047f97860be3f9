package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.load.MapLoader;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An include in a loop shows the names of its turn, whether or not one run serves all turns. */
class RepeatedIncludeTest {

    private static final Map<String, String> PARTS = Map.of(
            "i", "[{{ i }}{{ loop.index }}{{ loop.last }}]",
            "n", "[{{ n ?? 'u' }}]",
            "q", "[{{ q ?? 'u' }}]",
            "bad", "[{{ 6 / i }}]",
            "card", "{{ card(i) }}",
            "seen", "{{ seen() }}",
            "sets", "{{ seen() }}{% set q = 1 %}{{ q }}",
            "rows", "{% for row in i %}{% include 'row' %}{% end %};",
            "row", "{{ row }}{{ loop.index }}");

    private final List<Object> runs = new ArrayList<>();
    private final KidaEngine engine = KidaEngine.builder()
            .loader(new MapLoader(PARTS))
            .global("seen", TemplateFunction.of("seen", Signature.parse(""), (arguments, context) -> {
                runs.add(context);
                return "";
            }))
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{% for i in [1, 2] %}{% include 'i' %}{% end %} => [11false][22true]",
                "{% for i in [1, 2, 3] %}{% include 'n' %}{% export n = i %}{% end %}{{ n }} => [u][1][2]3",
                "{% let n = 0 %}{% for i in [1, 2] %}{% include 'n' %}{% let n = i %}{% end %} => [0][1]",
                "{% for i in [1, 2, 3] %}{% if i == 2 %}{% set q = i %}{% end %}{% include 'q' %}{% end %} => [u][u][u]",
                "{% for i in [1, 2] %}{% set q = i %}{% include 'q' %}{% end %}{% include 'q' %} => [1][2][u]",
                "{% for i in [1, 2] %}{% for q in ['a', 'b'] %}{% include 'q' %}{% end %}{% include 'q' %}{% end %}"
                        + " => [a][b][u][a][b][u]",
                "{% for i in [[7], [8, 9]] %}{% include 'rows' %}{% end %} => 71;8192;",
                "{% for i in [1, 2] %}{% include 'sets' %}{% end %}{{ q ?? 'u' }} => 11u",
                "{% for i in [3, 0, 2] %}{% try %}{% include 'bad' %}{% fallback error %}{{ error.template }}:{{ error.line }}"
                        + "{% end %}{% end %} => [2.0]bad:1[3.0]",
                "{% def card(n) %}<{{ n }}>{% end %}{% for i in [1, 2] %}{% include 'card' %}{% end %} => <1><2>",
            })
    void showsTheNamesOfItsTurn(String page, String expected) {
        assertThat(engine.fromString(page).render(Map.of())).isEqualTo(expected);
    }

    @Test
    void plainTemplateHasOneRunForAllTurns() {
        render("{% for i in [1, 2, 3] %}{% include 'seen' %}{% end %}");

        assertThat(runs).hasSize(3).containsOnly(runs.get(0));
    }

    @Test
    void templateThatAssignsHasARunForEachTurn() {
        render("{% for i in [1, 2, 3] %}{% include 'sets' %}{% end %}");

        assertThat(runs).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void rendersOfTheSameTemplateShareNoRun() {
        render("{% for i in [1] %}{% include 'seen' %}{% end %}");
        render("{% for i in [1] %}{% include 'seen' %}{% end %}");

        assertThat(runs).hasSize(2).doesNotHaveDuplicates();
    }

    private void render(String page) {
        engine.fromString(page).render(Map.of());
    }
}
