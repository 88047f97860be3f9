package dev.kida.builtin;

import static dev.kida.builtin.Use.filter;
import static dev.kida.builtin.Use.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.ErrorCode;
import dev.kida.value.Markup;
import dev.kida.value.Range;
import dev.kida.value.Undefined;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CollectionFiltersTest {

    private static final List<Object> NUMBERS = List.of(3L, 1L, 2L);

    @Test
    void measures() {
        assertThat(filter("length", NUMBERS)).isEqualTo(3L);
        assertThat(filter("count", "😀é")).isEqualTo(2L);
        assertThat(filter("length", new int[2])).isEqualTo(2L);
        assertThat(filter("length", null)).isEqualTo(0L);
        assertThat(filter("length", Undefined.INSTANCE)).isEqualTo(0L);
    }

    @Test
    void whatHasNoSizeWarns() {
        Use render = new Use();
        assertThat(render.apply("length", 5L)).isEqualTo(0L);
        assertThat(render.apply("length", Stream.of(1))).isEqualTo(0L);
        assertThat(render.warnings).hasSize(2);
    }

    @Test
    void takesTheEnds() {
        assertThat(filter("first", NUMBERS)).isEqualTo(3L);
        assertThat(filter("last", NUMBERS)).isEqualTo(2L);
        assertThat(filter("first", "😀b")).isEqualTo("😀");
        assertThat(filter("last", "a😀")).isEqualTo("😀");
        assertThat(filter("first", Map.of("k", 1))).isEqualTo("k");
        assertThat(filter("last", NUMBERS.iterator())).isEqualTo(2L);
        assertThat(filter("first", Markup.of("<b>"))).isEqualTo("<");
        assertThat(filter("first", List.of())).isNull();
        assertThat(filter("last", null)).isNull();
        assertThat(filter("first", 5L)).isNull();
    }

    @Test
    void joinsTexts() {
        assertThat(filter("join", Arrays.asList(1.5, "a", null, true), "|")).isEqualTo("1.5|a||true");
        assertThat(filter("join", "abc", "-")).isEqualTo("a-b-c");
        assertThat(filter("join", null, ",")).isEqualTo("");
        assertThat(filter("join", NUMBERS, 0L)).isEqualTo("30102");
        assertThatThrownBy(() -> filter("join", 42L)).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
        assertThatThrownBy(() -> filter("join", NUMBERS, named("attribute", "x")))
                .satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
    }

    @Test
    void joinIsSafeAsSoonAsOnePartIs() {
        assertThat(filter("join", List.of("<", Markup.of("<b>")), "&")).isEqualTo(Markup.of("&lt;&amp;<b>"));
        assertThat(filter("join", List.of("<", ">"), Markup.of("<br>"))).isEqualTo(Markup.of("&lt;<br>&gt;"));
        assertThat(filter("join", Markup.of("<b>"))).isEqualTo("<b>");
    }

    @Test
    void reversesAndCopies() {
        assertThat(filter("reverse", "😀b")).isEqualTo(List.of("b", "😀"));
        assertThat(filter("reverse", new Range(0, 3, 1))).isEqualTo(List.of(2L, 1L, 0L));
        assertThat(filter("list", "ab")).isEqualTo(List.of("a", "b"));
        assertThat(filter("list", NUMBERS)).isEqualTo(NUMBERS).isNotSameAs(NUMBERS);
        assertThatThrownBy(() -> filter("list", null)).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
        assertThatThrownBy(() -> filter("reverse", 5L)).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
    }

    @Test
    void batchesAndSlices() {
        assertThat(filter("batch", NUMBERS, 2L, "-")).isEqualTo(List.of(List.of(3L, 1L), List.of(2L, "-")));
        assertThat(filter("batch", List.of(1L), 0L)).isEqualTo(List.of(List.of(1L)));
        assertThat(filter("batch", List.of(), 2L, "-")).isEqualTo(List.of());
        assertThat(filter("slice", new Range(1, 8, 1), 3L))
                .isEqualTo(List.of(List.of(1L, 4L, 7L), List.of(2L, 5L), List.of(3L, 6L)));
        assertThat(filter("slice", List.of(), 0L)).isEqualTo(List.of());
        assertThatThrownBy(() -> filter("slice", NUMBERS, 0L)).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_011));
    }

    @Test
    void takesAndSkips() {
        Use render = new Use();
        assertThat(filter("take", NUMBERS, 2L)).isEqualTo(List.of(3L, 1L));
        assertThat(filter("skip", NUMBERS, 1L)).isEqualTo(List.of(1L, 2L));
        assertThat(filter("skip", NUMBERS, 9L)).isEqualTo(List.of());
        assertThat(filter("skip", NUMBERS, 0L)).isEqualTo(NUMBERS);
        assertThat(filter("take", null, 2L)).isEqualTo(List.of());
        assertThat(render.apply("take", NUMBERS, -1L)).isEqualTo(List.of());
        assertThat(render.apply("skip", 5L, 1L)).isEqualTo(List.of());
        assertThat(render.warnings).hasSize(2);
    }

    @Test
    void compacts() {
        List<Object> mixed = Arrays.asList(1L, null, "", "x", 0L, false);
        assertThat(filter("compact", mixed)).isEqualTo(List.of(1L, "x"));
        assertThat(filter("compact", mixed, named("truthy", false))).isEqualTo(List.of(1L, "", "x", 0L, false));
        assertThat(filter("compact", null)).isEqualTo(List.of());
    }

    @Test
    void keepsTheFirstOfEqualItems() {
        assertThat(filter("unique", List.of("a", "A", "b"))).isEqualTo(List.of("a", "b"));
        assertThat(filter("unique", List.of("a", "A"), true)).isEqualTo(List.of("a", "A"));
        assertThat(filter("unique", List.of(1L, 1.0, true, 2))).isEqualTo(List.of(1L, 2));
        assertThat(filter("unique", List.of(List.of(1), List.of(1L)))).isEqualTo(List.of(List.of(1)));
        assertThat(filter("unique", List.of(Map.of("t", 1), Map.of("t", 2), Map.of("t", 1)), named("attribute", "t")))
                .isEqualTo(List.of(Map.of("t", 1), Map.of("t", 2)));
    }

    @Test
    void picksAtRandom() {
        assertThat(filter("random", List.of(7L))).isEqualTo(7L);
        assertThat(filter("random", List.of())).isNull();
        assertThat(filter("sort", filter("shuffle", NUMBERS))).isEqualTo(List.of(1L, 2L, 3L));
    }

    @Test
    void joinsClasses() {
        Map<String, Object> flags = new LinkedHashMap<>();
        flags.put("on", true);
        flags.put("off", false);
        assertThat(filter("classes", Arrays.asList("a", null, "", false, Arrays.asList("b", null))))
                .isEqualTo("a b");
        assertThat(filter("classes", flags)).isEqualTo("on");
        assertThat(filter("classes", " abc ")).isEqualTo("abc");
        assertThat(filter("classes", 7L)).isEqualTo("7");
        assertThat(filter("classes", null)).isEqualTo("");
    }
}
