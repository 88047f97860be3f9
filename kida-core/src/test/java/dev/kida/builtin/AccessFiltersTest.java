package dev.kida.builtin;

import static dev.kida.builtin.Use.filter;
import static dev.kida.builtin.Use.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import dev.kida.value.Markup;
import dev.kida.value.Range;
import dev.kida.value.Tuple;
import dev.kida.value.Undefined;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessFiltersTest {

    public record Person(@Nullable String name) {}

    @Test
    void replacesWhatIsMissing() {
        assertThat(filter("default", null, "d")).isEqualTo("d");
        assertThat(filter("d", Undefined.INSTANCE, "d")).isEqualTo("d");
        assertThat(filter("default", null)).isEqualTo("");
        assertThat(filter("default", "", "d")).isEqualTo("");
        assertThat(filter("default", 0L, "d", true)).isEqualTo("d");
        assertThat(filter("default", null, named("default_value", "d"))).isEqualTo("d");
        assertThat(filter("default", null, named("default", "d"))).isEqualTo("d");
        assertThat(filter("default", Markup.of("<b>"), "d")).isEqualTo(Markup.of("<b>"));
    }

    @Test
    void requires() {
        assertThat(filter("require", 0L)).isEqualTo(0L);
        assertThatThrownBy(() -> filter("require", null, "value needed"))
                .satisfies(TextFiltersTest.code(ErrorCode.K_RUN_004))
                .satisfies(e -> assertThat(((TemplateException) e).getSummary()).contains("value needed"));
        assertThatThrownBy(() -> filter("require", null, named("field_name", "id")))
                .satisfies(e -> assertThat(((TemplateException) e).getSummary()).contains("'id'"));
    }

    @Test
    void readsAttributesWithoutEverFailing() {
        assertThat(filter("attr", Map.of("items", "mine"), "items")).isEqualTo("mine");
        assertThat(filter("attr", new Person("Ann"), "name")).isEqualTo("Ann");
        assertThat(filter("attr", new Person(null), "name")).isNull();
        assertThat(filter("attr", Map.of(), "nope")).isEqualTo("");
        assertThat(filter("attr", null, "x")).isEqualTo("");
    }

    @Test
    void getsKeys() {
        Map<String, Object> map = new HashMap<>();
        map.put("none", null);
        assertThat(filter("get", Map.of("items", 5L), "items")).isEqualTo(5L);
        assertThat(filter("get", Map.of(), "items", "dv")).isEqualTo("dv");
        assertThat(filter("get", Map.of(1, "int"), 1L)).isEqualTo("int");
        assertThat(filter("get", map, "none", "dv")).isNull();
        assertThat(filter("get", new Person("Ann"), "name")).isEqualTo("Ann");
        assertThat(filter("get", new Person("Ann"), "zz", 9L)).isEqualTo(9L);
        assertThat(filter("get", List.of("a", "b"), -1L)).isEqualTo("b");
        assertThat(filter("get", List.of("a"), 5L, "dv")).isEqualTo("dv");
        assertThat(filter("get", null, "x", "dv")).isEqualTo("dv");
    }

    @Test
    void doesNotReachWhatTemplatesMayNotSee() {
        assertThatThrownBy(() -> filter("attr", "x", "class")).isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> filter("attr", "x", "getClass")).isInstanceOf(TemplateException.class);
    }

    @Test
    void namesTypes() {
        assertThat(filter("typeof", 1)).isEqualTo("int");
        assertThat(filter("typeof", 1.5)).isEqualTo("float");
        assertThat(filter("typeof", true)).isEqualTo("bool");
        assertThat(filter("typeof", Markup.of(""))).isEqualTo("str");
        assertThat(filter("typeof", Tuple.of(1))).isEqualTo("list");
        assertThat(filter("typeof", new Range(0, 1, 1))).isEqualTo("list");
        assertThat(filter("typeof", Map.of())).isEqualTo("dict");
        assertThat(filter("typeof", null)).isEqualTo("none");
        assertThat(filter("typeof", Undefined.INSTANCE)).isEqualTo("undefined");
        assertThat(filter("typeof", Path.of("a"))).isEqualTo("path");
        assertThat(filter("typeof", new Person(null))).isEqualTo("Person");
    }

    @Test
    void debuggingDoesNotChangeTheValue() {
        List<Integer> value = List.of(1, 2);
        assertThat(filter("debug", value, "label")).isSameAs(value);
        assertThat(filter("pprint", Map.of("b", 1L))).isEqualTo("{'b': 1}");
        assertThat(filter("pprint", List.of("x".repeat(50), "y".repeat(50))))
                .isEqualTo("['" + "x".repeat(50) + "',\n '" + "y".repeat(50) + "']");
    }
}
