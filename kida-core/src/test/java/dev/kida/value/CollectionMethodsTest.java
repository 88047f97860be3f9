package dev.kida.value;

import static dev.kida.value.Use.call;
import static dev.kida.value.Use.callNamed;
import static dev.kida.value.Use.fails;
import static dev.kida.value.Use.list;
import static dev.kida.value.Use.map;
import static dev.kida.value.Use.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CollectionMethodsTest {

    private static List<@Nullable Object> mutable(@Nullable Object... elements) {
        return new ArrayList<>(list(elements));
    }

    @Test
    void listsChange() {
        List<@Nullable Object> list = mutable(3L, 1L);

        assertThat(call(list, "append", 2L)).isNull();
        call(list, "extend", new int[] {5});
        call(list, "insert", 0L, 0L);
        call(list, "insert", -1L, 9L);
        assertThat(list).isEqualTo(list(0L, 3L, 1L, 2L, 9L, 5));
        assertThat(call(list, "pop")).isEqualTo(5);
        assertThat(call(list, "pop", 0L)).isEqualTo(0L);
        call(list, "remove", 9.0);
        call(list, "sort");
        assertThat(list).isEqualTo(list(1L, 2L, 3L));
        callNamed(list, "sort", "reverse", true);
        assertThat(list).isEqualTo(list(3L, 2L, 1L));
        call(list, "reverse");
        assertThat(call(list, "copy")).isEqualTo(list).isNotSameAs(list);
        call(list, "clear");
        assertThat(list).isEmpty();
    }

    @Test
    void listsSortByAKey() {
        List<@Nullable Object> list = mutable("b", "A", "c");

        callNamed(
                list, "sort", "key", TemplateFunction.of("lower", Signature.parse("s"), (a, c) -> call(a[0], "lower")));

        assertThat(list).isEqualTo(list("A", "b", "c"));
    }

    @Test
    void listsAnswer() {
        assertThat(call(list(1L, 2L, 1L), "index", 2)).isEqualTo(1L);
        assertThat(call(list(1L, 2L, 1L), "index", 1L, 1L)).isEqualTo(2L);
        assertThat(call(tuple(1L, 2L, 1L), "count", 1.0)).isEqualTo(2L);
        assertThat(call(new int[] {7, 8}, "index", 8L)).isEqualTo(1L);
        fails("K-RUN-007", () -> call(list(1L), "index", 9L));
        fails("K-RUN-007", () -> call(mutable(), "pop"));
        fails("K-RUN-007", () -> call(mutable(1L), "remove", 2L));
    }

    @Test
    void listsOfTheHostMayRefuse() {
        fails("K-RUN-007", () -> call(List.of(1), "append", 2L));
        fails("K-RUN-007", () -> call(new int[] {1}, "append", 2L));
        fails("K-RUN-007", () -> call(List.of(2, 1), "sort"));
    }

    @Test
    void dictsAnswer() {
        Map<String, Object> dict = map("a", 1L, "b", 2L);

        assertThat(call(dict, "get", "a")).isEqualTo(1L);
        assertThat(call(dict, "get", "z")).isNull();
        assertThat(call(dict, "get", "z", "dv")).isEqualTo("dv");
        assertThat(call(dict, "keys")).isEqualTo(list("a", "b"));
        assertThat(call(dict, "values")).isEqualTo(list(1L, 2L));
        assertThat(call(dict, "items")).isEqualTo(list(tuple("a", 1L), tuple("b", 2L)));
        assertThat(call(Map.of(1, "x"), "get", 1L)).isEqualTo("x");
        assertThat(Text.of(call(dict, "items"))).isEqualTo("[('a', 1), ('b', 2)]");
    }

    @Test
    void dictsChange() {
        Map<String, Object> dict = map("a", 1L, "b", 2L);

        assertThat(call(dict, "pop", "a")).isEqualTo(1L);
        assertThat(call(dict, "pop", "zz", "dv")).isEqualTo("dv");
        assertThat(call(dict, "setdefault", "b", 5L)).isEqualTo(2L);
        assertThat(call(dict, "setdefault", "c", 6L)).isEqualTo(6L);
        call(dict, "update", map("d", 7L));
        call(dict, "update", list(tuple("e", 8L)));
        callNamed(dict, "update", "f", 9L);
        assertThat(dict).isEqualTo(map("b", 2L, "c", 6L, "d", 7L, "e", 8L, "f", 9L));
        assertThat(call(dict, "copy")).isEqualTo(dict).isNotSameAs(dict);
        call(dict, "clear");
        assertThat(dict).isEmpty();
        fails("K-RUN-009", () -> call(dict, "pop", "zz"));
        fails("K-RUN-007", () -> call(Map.of("a", 1), "clear"));
        fails("K-RUN-007", () -> call(Map.of("a", 1), "pop", "a"));
    }

    @Test
    void integerKeysOfTheHostAreReplacedNotDoubled() {
        Map<Object, Object> dict = new HashMap<>(Map.of(1, "int"));

        call(dict, "update", Dicts.of(1L, "long"));

        assertThat(dict).isEqualTo(Map.of(1, "long"));
    }

    @Test
    void keysComeBeforeMethods() {
        assertThat(Use.get(map("items", 9L), "items")).isEqualTo(9L);
        fails("K-RUN-012", () -> call(map("get", 3L), "get", "x"));
        assertThat(call(map(), "size")).isEqualTo(0);
    }

    @Test
    void sets() {
        Set<@Nullable Object> set = new LinkedHashSet<>(List.of(1L, 2L));

        assertThat(call(set, "union", list(2, 3L))).isEqualTo(Set.of(1L, 2L, 3L));
        assertThat(call(set, "intersection", Set.of(2, 3))).isEqualTo(Set.of(2L));
        assertThat(call(set, "difference", Set.of(2, 3))).isEqualTo(Set.of(1L));
        assertThat(call(set, "symmetric_difference", Set.of(2L, 3L))).isEqualTo(Set.of(1L, 3L));
        assertThat(call(set, "issubset", new Range(0, 5, 1))).isEqualTo(true);
        assertThat(call(set, "issuperset", Set.of(1))).isEqualTo(true);
        assertThat(call(set, "isdisjoint", Set.of(2))).isEqualTo(false);
        call(set, "add", 1);
        call(set, "add", 3);
        call(set, "discard", 2);
        assertThat(set).isEqualTo(Set.of(1L, 3L));
        fails("K-RUN-009", () -> call(set, "remove", 9L));
        fails("K-RUN-007", () -> call(Set.of(1), "add", 2L));
    }
}
