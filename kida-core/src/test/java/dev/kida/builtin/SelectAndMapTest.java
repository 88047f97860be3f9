package dev.kida.builtin;

import static dev.kida.builtin.Use.filter;
import static dev.kida.builtin.Use.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.ErrorCode;
import dev.kida.value.TemplateFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectAndMapTest {

    public record Person(String name, boolean on) {}

    private static final List<Long> NUMBERS = List.of(3L, 1L, 2L);
    private static final List<Object> PEOPLE =
            List.of(new Person("bob", true), Map.of("name", "Amy", "on", false), Map.of("name", "cy", "on", true));

    @Test
    void selectsByTest() {
        assertThat(filter("select", NUMBERS, "odd")).isEqualTo(List.of(3L, 1L));
        assertThat(filter("reject", NUMBERS, "odd")).isEqualTo(List.of(2L));
        assertThat(filter("select", NUMBERS, "gt", 1L)).isEqualTo(List.of(3L, 2L));
        assertThat(filter("select", NUMBERS, ">=", 2L)).isEqualTo(List.of(3L, 2L));
        assertThat(filter("select", NUMBERS, "in", List.of(1L))).isEqualTo(List.of(1L));
        assertThat(filter("select", Arrays.asList(0L, 1L, "", null))).isEqualTo(List.of(1L));
        assertThat(filter("select", List.of(true), "number")).isEqualTo(List.of());
    }

    @Test
    void anUnknownTestIsAnError() {
        assertThatThrownBy(() -> filter("select", NUMBERS, "nosuch"))
                .satisfies(TextFiltersTest.code(ErrorCode.K_RUN_003));
        assertThatThrownBy(() -> filter("select", NUMBERS, "odd", 1L))
                .satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
    }

    @Test
    void selectsByAttribute() {
        assertThat(filter("selectattr", PEOPLE, "on")).isEqualTo(List.of(PEOPLE.get(0), PEOPLE.get(2)));
        assertThat(filter("rejectattr", PEOPLE, "on")).isEqualTo(List.of(PEOPLE.get(1)));
        assertThat(filter("selectattr", PEOPLE, "name", "match", "^[a-c]"))
                .isEqualTo(List.of(PEOPLE.get(0), PEOPLE.get(2)));
        assertThat(filter("selectattr", PEOPLE, "nope", "defined")).isEqualTo(List.of());
    }

    @Test
    void mapsAttributes() {
        assertThat(filter("map", PEOPLE, named("attribute", "name"))).isEqualTo(List.of("bob", "Amy", "cy"));
        assertThat(filter("map", PEOPLE, named("attribute", "nope"))).isEqualTo(List.of("", "", ""));
        assertThat(filter("map", List.of(Map.of("a", Map.of("b", 1))), named("attribute", "a.b")))
                .isEqualTo(List.of(1));
        assertThat(filter("map", List.of(Map.of("a.b", 2)), named("attribute", "a.b")))
                .isEqualTo(List.of(2));
    }

    @Test
    void mapsMethodsAndFilters() {
        assertThat(filter("map", List.of("a", "b"), "upper")).isEqualTo(List.of("A", "B"));
        assertThat(filter("map", List.of(2.5, 3.5), "round")).isEqualTo(List.of(2.0, 4.0));
        assertThat(filter("map", List.of(1.26), "round", 1L)).isEqualTo(List.of(1.3));
        assertThat(filter("map", List.of(List.of(1L, 2L)), "join", "-")).isEqualTo(List.of("1-2"));
        assertThat(filter("map", List.of(Map.of("title", 1)), "length")).isEqualTo(List.of(1L));
        assertThat(filter("map", Arrays.asList("a", null), "default", "x")).isEqualTo(List.of("a", "x"));
        assertThat(filter("map", NUMBERS)).isEqualTo(NUMBERS);
        assertThat(filter("map", null, "upper")).isEqualTo(List.of());
        assertThatThrownBy(() -> filter("map", NUMBERS, "nosuch")).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_010));
    }

    @Test
    void mapsFunctions() {
        TemplateFunction upper = Builtins.filters().get("upper");
        assertThat(filter("map", List.of("a"), upper)).isEqualTo(List.of("A"));
    }
}
