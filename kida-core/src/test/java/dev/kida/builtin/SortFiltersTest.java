package dev.kida.builtin;

import static dev.kida.builtin.Use.filter;
import static dev.kida.builtin.Use.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.ErrorCode;
import dev.kida.value.Iteration;
import dev.kida.value.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SortFiltersTest {

    public record Person(String name, int age) {}

    @Test
    void sortsNumbersThenTextsThenNothing() {
        assertThat(filter("sort", Arrays.asList(2L, "10", 1L, null, "", true, "a")))
                .isEqualTo(Arrays.asList(1L, true, 2L, "10", "a", null, ""));
        assertThat(filter("sort", List.of("b", "A", "c"))).isEqualTo(List.of("A", "b", "c"));
        assertThat(filter("sort", List.of("b", "A", "a"), named("case_sensitive", true)))
                .isEqualTo(List.of("A", "a", "b"));
        assertThat(filter("sort", List.of(List.of(2L), List.of(10L), List.of(1L))))
                .isEqualTo(List.of(List.of(10L), List.of(1L), List.of(2L)));
        assertThat(filter("sort", null)).isEqualTo(List.of());
        assertThat(filter("sort", 0L)).isEqualTo(List.of());
    }

    @Test
    void comparesValuesOfOneKindAsWhatTheyAre() {
        LocalDate early = LocalDate.of(999, 1, 1);
        LocalDate late = LocalDate.of(10000, 1, 1);
        assertThat(filter("sort", List.of(late, early))).isEqualTo(List.of(early, late));
    }

    @Test
    void reversesTheOrderButNotEqualItems() {
        List<Map<String, Object>> items = List.of(Map.of("k", 1, "v", "a"), Map.of("k", 0), Map.of("k", 1, "v", "c"));
        assertThat(filter("sort", items, true, false, "k"))
                .isEqualTo(List.of(items.get(0), items.get(2), items.get(1)));
        assertThat(filter("sort", Arrays.asList(1L, null, 2L), true)).isEqualTo(Arrays.asList(null, 2L, 1L));
    }

    @Test
    void sortsByAttributes() {
        Person amy = new Person("Amy", 25);
        Person bob = new Person("bob", 30);
        Person cy = new Person("cy", 25);
        List<Person> people = List.of(cy, bob, amy);
        assertThat(filter("sort", people, named("attribute", "name"))).isEqualTo(List.of(amy, bob, cy));
        assertThat(filter("sort", people, "name")).isEqualTo(List.of(amy, bob, cy));
        assertThat(filter("sort", people, named("attribute", "age, name"))).isEqualTo(List.of(amy, cy, bob));
        assertThat(filter("sort", List.of(Map.of("x", 1), Map.of("a", Map.of("b", 1))), named("attribute", "a.b")))
                .isEqualTo(List.of(Map.of("a", Map.of("b", 1)), Map.of("x", 1)));
    }

    @Test
    void groupsByKey() {
        List<Map<String, Object>> items =
                List.of(Map.of("c", "a", "n", 1), Map.of("c", "A", "n", 2), Map.of("c", "a", "n", 3), Map.of("n", 4));
        List<?> groups = (List<?>) filter("groupby", items, "c");
        assertThat(groups).hasSize(3);
        assertThat((Map<?, ?>) groups.get(0))
                .isEqualTo(Map.of("grouper", "a", "list", List.of(items.get(0), items.get(2))));
        assertThat(Iteration.unpackExact(groups.get(1), 2)).containsExactly("A", List.of(items.get(1)));
        assertThat(((Map<?, ?>) groups.get(2)).get("grouper")).isNull();
    }

    @Test
    void groupsNumbersInTheirOrder() {
        List<?> groups = (List<?>) filter("groupby", List.of(Map.of("t", 10), Map.of("t", 9), Map.of("t", 10L)), "t");
        assertThat(groups)
                .extracting(group -> ((Map<?, ?>) group).get("grouper"))
                .isEqualTo(List.of(9, 10));
    }

    @Test
    void sortsDicts() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", 2L);
        map.put("a", 3L);
        map.put("C", 1L);
        assertThat(filter("dictsort", map)).isEqualTo(List.of(Tuple.of("a", 3L), Tuple.of("b", 2L), Tuple.of("C", 1L)));
        assertThat(filter("dictsort", map, named("by", "value")))
                .isEqualTo(List.of(Tuple.of("C", 1L), Tuple.of("b", 2L), Tuple.of("a", 3L)));
        assertThat(filter("dictsort", map, true, "key", true))
                .isEqualTo(List.of(Tuple.of("b", 2L), Tuple.of("a", 3L), Tuple.of("C", 1L)));
        assertThatThrownBy(() -> filter("dictsort", List.of())).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_010));
    }

    @Test
    void findsTheExtremes() {
        List<Person> people = List.of(new Person("bob", 30), new Person("Amy", 25), new Person("cy", 30));
        assertThat(filter("min", List.of(1.5, 1L))).isEqualTo(1L);
        assertThat(filter("max", "abc")).isEqualTo("c");
        assertThat(filter("min", people, "age")).isEqualTo(people.get(1));
        assertThat(filter("max", people, "age")).isEqualTo(people.get(0));
        assertThat(filter("max", List.of(Map.of("a", 1), Map.of("a", 9)), "a")).isEqualTo(Map.of("a", 9));
        assertThatThrownBy(() -> filter("min", List.of())).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_007));
        assertThatThrownBy(() -> filter("min", List.of(1, "a"))).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
    }

    @Test
    void addsUp() {
        assertThat(filter("sum", List.of(3, 1L, 2L))).isEqualTo(6L);
        assertThat(filter("sum", List.of(1.5, 2L))).isEqualTo(3.5);
        assertThat(filter("sum", List.of())).isEqualTo(0L);
        assertThat(filter("sum", List.of(1L), null, 100L)).isEqualTo(101L);
        assertThat(filter("sum", List.of(new Person("a", 30), Map.of()), "age")).isEqualTo(30L);
        assertThatThrownBy(() -> filter("sum", List.of("a"))).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
        assertThatThrownBy(() -> filter("sum", Arrays.asList(1L, null)))
                .satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
    }
}
