package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.error.TemplateSecurityException;
import dev.kida.load.MapLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops that do not use {@code loop} do the same as those that do, whatever they go over. */
class PlainLoopTest {

    private static final List<Integer> ITEMS = List.of(1, 2, 3);

    private final KidaEngine engine = KidaEngine.builder()
            .loader(new MapLoader(Map.of("row", "{{ row }}:{{ loop.index }};")))
            .build();

    static List<Object> sequences() {
        return List.of(
                ITEMS,
                new ArrayList<>(ITEMS),
                new LinkedList<>(ITEMS),
                new LinkedHashSet<>(ITEMS),
                new int[] {1, 2, 3},
                List.of(Optional.of(1), 2L, 3));
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void overEverySequence(Object rows) {
        assertThat(render("{% for r in rows %}{{ r }},{% end %}", rows)).isEqualTo("1,2,3,");
        assertThat(render("{% for r in rows if r != 2 %}{{ r }},{% else %}none{% end %}", rows))
                .isEqualTo("1,3,");
        assertThat(render("{% for r in rows %}{% if r == 2 %}{% break %}{% end %}{{ r }}{% end %}|", rows))
                .isEqualTo("1|");
        assertThat(render("{% for r in rows %}{% for s in rows %}{{ r * s }} {% end %}{% end %}", rows))
                .isEqualTo("1 2 3 2 4 6 3 6 9 ");
        assertThat(render("{% for r in rows %}{% for s in rows %}{{ s }}{% end %}{{ loop.index }} {% end %}", rows))
                .isEqualTo("1231 1232 1233 ");
    }

    @Test
    void overNothing() {
        assertThat(render("{% for r in rows %}{{ r }}{% else %}none{% end %}", List.of()))
                .isEqualTo("none");
        assertThat(render("{% for r in rows %}{{ r }}{% else %}none{% end %}", new LinkedList<>()))
                .isEqualTo("none");
    }

    @Test
    void overPairsAndNulls() {
        assertThat(render(
                        "{% for k, v in rows %}{{ k }}={{ v }};{% end %}",
                        Map.of("a", 1).entrySet()))
                .isEqualTo("a=1;");
        assertThat(render("{% for r in rows %}{{ r ?? 'null' }};{% end %}", Arrays.asList("a", null)))
                .isEqualTo("a;null;");
    }

    @Test
    void whatCanSeeTheLoopElsewhereStillDoes() {
        assertThat(render("{% for row in rows %}{% include 'row' %}{% end %}", ITEMS))
                .isEqualTo("1:1;2:2;3:3;");
        assertThat(render("{% for r in rows if loop.index > 1 %}{{ r }}{% end %}", ITEMS))
                .isEqualTo("23");
    }

    @Test
    void turnsAreCounted() {
        KidaEngine limited = KidaEngine.builder().maxLoopIterations(2).build();

        assertThatThrownBy(() -> limited.fromString("{% for r in rows %}{{ r }}{% end %}")
                        .render(Map.of("rows", ITEMS)))
                .isInstanceOf(TemplateSecurityException.class);
    }

    private String render(String source, Object rows) {
        return engine.fromString(source).render(Map.of("rows", rows));
    }
}
