package dev.kida.value;

import static dev.kida.value.Use.fails;
import static dev.kida.value.Use.list;
import static dev.kida.value.Use.map;
import static dev.kida.value.Use.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SubscriptsTest {

    @Test
    void elements() {
        assertThat(Subscripts.item(list(1L, 2L), 0L)).isEqualTo(1L);
        assertThat(Subscripts.item(list(1L, 2L), -1)).isEqualTo(2L);
        assertThat(Subscripts.item("a😀b", 1L)).isEqualTo("😀");
        assertThat(Subscripts.item("a😀b", -1L)).isEqualTo("b");
        assertThat(Subscripts.item(Markup.of("<b>"), 0L)).isEqualTo("<");
        assertThat(Subscripts.item(new Range(1, 4, 1), 1L)).isEqualTo(2L);
        assertThat(Subscripts.item(new int[] {7}, 0L)).isEqualTo(7);
        assertThat(Subscripts.item(list(Optional.empty()), 0L)).isNull();
    }

    @Test
    void keysAreFoundInEquivalentForms() {
        assertThat(Subscripts.item(Map.of("a", 1), "a")).isEqualTo(1);
        assertThat(Subscripts.item(Map.of("a", 1), Markup.of("a"))).isEqualTo(1);
        assertThat(Subscripts.item(Map.of(1, "int"), 1L)).isEqualTo("int");
        assertThat(Subscripts.item(Map.of(1L, "long"), 1)).isEqualTo("long");
        assertThat(Subscripts.item(Collections.singletonMap("a", null), "a")).isNull();
        fails("K-RUN-009", () -> Subscripts.item(Map.of(1L, "long"), true));
        fails("K-RUN-009", () -> Subscripts.item(new TreeMap<>(Map.of("a", 1)), 1L));
    }

    @Test
    void problems() {
        fails("K-RUN-007", () -> Subscripts.item(list(1L), 9L));
        fails("K-RUN-007", () -> Subscripts.item("ab", -3L));
        fails("K-RUN-007", () -> Subscripts.item(list(1L), new java.math.BigInteger("9".repeat(30))));
        fails("K-RUN-012", () -> Subscripts.item(list(1L), "x"));
        fails("K-RUN-012", () -> Subscripts.item(list(1L), 0.0));
        fails("K-RUN-012", () -> Subscripts.item(list(1L), true));
        fails("K-RUN-009", () -> Subscripts.item(map(), "q"));
        fails("K-RUN-012", () -> Subscripts.item(map(), list(1L)));
        fails("K-RUN-012", () -> Subscripts.item(null, 0L));
        fails("K-RUN-012", () -> Subscripts.item(new Object(), "x"));
        fails("K-RUN-012", () -> Subscripts.item(Undefined.INSTANCE, "x"));
    }

    @Test
    void optionalItems() {
        assertThat(Subscripts.itemOptional(null, "x", true)).isNull();
        assertThat(Subscripts.itemOptional(map(), "q", true)).isNull();
        assertThat(Subscripts.itemOptional(list(1L), 9L, false)).isNull();
        fails("K-RUN-001", () -> Subscripts.itemOptional(list(1L), 9L, true));
        assertThat(Subscripts.sliceOptional(null, 0L, 1L, null, true)).isNull();
        assertThat(Subscripts.sliceOptional(list(1L, 2L), 0L, 1L, null, true)).isEqualTo(list(1L));
    }

    @Test
    void slices() {
        assertThat(Subscripts.slice(list(1L, 2L, 3L), null, null, -1L)).isEqualTo(list(3L, 2L, 1L));
        assertThat(Subscripts.slice("abc", -2L, null, null)).isEqualTo("bc");
        assertThat(Subscripts.slice("a😀bc", 1L, 3L, null)).isEqualTo("😀b");
        assertThat(Subscripts.slice(tuple(1L, 2L, 3L), null, 2L, null))
                .isInstanceOf(Tuple.class)
                .isEqualTo(tuple(1L, 2L));
        assertThat(Subscripts.slice(list(1L, 2L), 5L, null, null)).isEqualTo(list());
        assertThat(Subscripts.slice(list(1L, 2L, 3L), 2L, 0L, -1L)).isEqualTo(list(3L, 2L));
        assertThat(Subscripts.slice(list(1L, 2L), null, 1L, null)).isEqualTo(list(1L));
        assertThat(Subscripts.slice(Markup.of("<b>"), 0L, 2L, null)).isEqualTo("<b");
        assertThat(Subscripts.slice(new Range(0, 10, 1), null, null, 3L)).hasToString("range(0, 10, 3)");
        fails("K-RUN-007", () -> Subscripts.slice("abc", null, null, 0L));
        fails("K-RUN-012", () -> Subscripts.slice("abc", "x", null, null));
        fails("K-RUN-012", () -> Subscripts.slice(map(), null, 1L, null));
        fails("K-RUN-012", () -> Subscripts.slice(null, null, 1L, null));
    }

    @Test
    void ranges() {
        assertThat(Range.literal(1L, 5L, true, null)).isEqualTo(list(1L, 2L, 3L, 4L, 5L));
        assertThat(Range.literal(1L, 5L, false, null)).hasSize(4);
        assertThat(Range.literal(1L, 10L, true, 4L)).isEqualTo(list(1L, 5L, 9L));
        assertThat(Range.literal(5L, 1L, true, null)).isEmpty();
        assertThat(Range.literal(5L, 0L, false, -1L)).isEqualTo(list(5L, 4L, 3L, 2L, 1L));
        assertThat(Range.literal(5L, 1L, true, -1L)).isEqualTo(list(5L, 4L, 3L));
        assertThat(Range.literal(1, 3, true, null)).hasToString("range(1, 4)");
        assertThat(new Range(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE)).hasSize(3);
        fails("K-RUN-007", () -> Range.literal(1L, 5L, true, 0L));
        fails("K-RUN-012", () -> Range.literal(1L, "5", true, null));
        fails("K-RUN-012", () -> Range.literal(1L, 2.0, true, null));
        fails("K-RUN-007", () -> Range.literal(1L, 1L << 40, true, null).size());
    }

    @Test
    void dictLiterals() {
        assertThat(Dicts.of("a", 1L, Markup.of("a"), 2L)).isEqualTo(map("a", 2L));
        assertThat(Dicts.of(1, "x")).containsKey(1L);
        assertThat(Dicts.of(tuple(1L), "x")).containsKey(tuple(1L));
        fails("K-RUN-012", () -> Dicts.of(list(1L), "x"));
        fails("K-RUN-012", () -> Dicts.of(map(), "x"));
    }
}
