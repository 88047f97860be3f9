package dev.kida.builtin;

import static dev.kida.builtin.Use.filter;
import static dev.kida.builtin.Use.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.ErrorCode;
import dev.kida.value.Markup;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonFilterTest {

    public record Point(int x, @Nullable String label) {}

    /** Its getters are in another order than its fields. */
    public static class User {
        private final String name = "Ann";
        private final boolean active = true;
        private final Point home = new Point(1, null);

        public Point getHome() {
            return home;
        }

        public boolean isActive() {
            return active;
        }

        public String getName() {
            return name;
        }

        public String upperName() {
            return "ANN";
        }
    }

    private static String json(@Nullable Object value, @Nullable Object... arguments) {
        return ((Markup) filter("tojson", value, arguments)).toHtml();
    }

    @Test
    void writesScalars() {
        assertThat(json(Arrays.asList(1L, 2.5, null, true, "q\"uote\\")))
                .isEqualTo("[1, 2.5, null, true, \"q\\\"uote\\\\\"]");
        assertThat(json(new BigInteger("12345678901234567890"))).isEqualTo("12345678901234567890");
        assertThat(json(new BigDecimal("1.50"))).isEqualTo("1.50");
        assertThat(json(1e16)).isEqualTo("1e+16");
        assertThat(json(Double.NaN)).isEqualTo("null");
        assertThat(json('c')).isEqualTo("\"c\"");
        assertThat(json(Markup.of("m"))).isEqualTo("\"m\"");
    }

    @Test
    void isAsciiAndHarmlessInScripts() {
        assertThat(json("</script><!--&'")).isEqualTo("\"\\u003c/script\\u003e\\u003c!--\\u0026\\u0027\"");
        assertThat(json("日🎉\u2028\u007f\0\n\t\b\f\r"))
                .isEqualTo("\"\\u65e5\\ud83c\\udf89\\u2028\\u007f\\u0000\\n\\t\\b\\f\\r\"");
    }

    @Test
    void escapesTheWholeTextForAttributes() {
        assertThat(json(Map.of("k", "<v>'"), named("attr", true)))
                .isEqualTo("{&quot;k&quot;: &quot;&lt;v&gt;&#39;&quot;}");
    }

    @Test
    void indents() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", List.of(1L, 2L));
        map.put("b", Map.of());
        assertThat(json(map, 2L)).isEqualTo("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}");
        assertThat(json(List.of(1L), "\t")).isEqualTo("[\n\t1\n]");
    }

    @Test
    void makesTextsOfKeys() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put(1L, "a");
        map.put("1", "b");
        map.put(null, "c");
        map.put(true, "d");
        map.put(DayOfWeek.MONDAY, "e");
        assertThat(json(map)).isEqualTo("{\"1\": \"b\", \"null\": \"c\", \"true\": \"d\", \"MONDAY\": \"e\"}");
        assertThatThrownBy(() -> json(Map.of(List.of(), 1))).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
    }

    @Test
    void writesListsOfAllKinds() {
        assertThat(json(Tuple.of(1L, "a"))).isEqualTo("[1, \"a\"]");
        assertThat(json(new int[] {1, 2})).isEqualTo("[1, 2]");
        assertThat(json(Set.of(1L))).isEqualTo("[1]");
        assertThat(json(List.of().iterator())).isEqualTo("[]");
    }

    @Test
    void writesObjectsByTheirProperties() {
        assertThat(json(new Point(1, "p"))).isEqualTo("{\"x\": 1, \"label\": \"p\"}");
        assertThat(json(new User()))
                .isEqualTo("{\"name\": \"Ann\", \"active\": true, \"home\": {\"x\": 1, \"label\": null}}");
    }

    @Test
    void writesValuesOfThePlatformAsText() {
        assertThat(json(LocalDate.of(2023, 12, 1))).isEqualTo("\"2023-12-01\"");
        assertThat(json(LocalDateTime.of(2023, 12, 1, 7, 0))).isEqualTo("\"2023-12-01T07:00:00\"");
        assertThat(json(Instant.EPOCH)).isEqualTo("\"1970-01-01T00:00:00Z\"");
        assertThat(json(java.util.Date.from(Instant.EPOCH))).isEqualTo("\"1970-01-01T00:00:00Z\"");
        assertThat(json(DayOfWeek.MONDAY)).isEqualTo("\"MONDAY\"");
        assertThat(json(new UUID(0, 1))).isEqualTo("\"00000000-0000-0000-0000-000000000001\"");
        assertThat(json(Path.of("a", "b"))).isEqualTo("\"a/b\"");
        assertThat(json(Optional.of(1L))).isEqualTo("1");
        assertThat(json(Optional.empty())).isEqualTo("null");
    }

    @Test
    void refusesCirclesAndValuesThatAreNotThereYet() {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);
        assertThatThrownBy(() -> json(circle)).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_007));
        assertThatThrownBy(() -> json(new CompletableFuture<>())).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
    }

    @Test
    void theHostDecidesAboutItsOwnObjects() {
        TemplateFunction tojson = Builtins.tojson(value -> value instanceof Point p ? p.x() : value);
        Object json = tojson.call(new Object[] {List.of(new Point(7, "")), null, false}, new Use());
        assertThat(json).isEqualTo(Markup.of("[7]"));
    }
}
