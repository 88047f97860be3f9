package dev.kida.builtin;

import static dev.kida.builtin.Use.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.ErrorCode;
import dev.kida.value.Markup;
import dev.kida.value.Range;
import dev.kida.value.Undefined;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestsTest {

    public record Request(Map<String, Object> headers) {}

    @Test
    void kinds() {
        assertThat(test("a", "string")).isTrue();
        assertThat(test(Markup.of(""), "string")).isTrue();
        assertThat(test(1.5, "number")).isTrue();
        assertThat(test(true, "number")).isFalse();
        assertThat(test(List.of(), "sequence")).isTrue();
        assertThat(test("a", "sequence")).isTrue();
        assertThat(test(new Range(0, 1, 1), "sequence")).isFalse();
        assertThat(test(Map.of(), "mapping")).isTrue();
        assertThat(test(new Range(0, 1, 1), "iterable")).isTrue();
        assertThat(test(Undefined.INSTANCE, "iterable")).isTrue();
        assertThat(test(null, "iterable")).isFalse();
        assertThat(test(Builtins.globals().get("range"), "callable")).isTrue();
        assertThat(test(7L, "callable")).isFalse();
    }

    @Test
    void presence() {
        assertThat(test(0L, "defined")).isTrue();
        assertThat(test(null, "defined")).isFalse();
        assertThat(test(Undefined.INSTANCE, "undefined")).isTrue();
        assertThat(test(null, "none")).isTrue();
        assertThat(test(true, "true")).isTrue();
        assertThat(test(1L, "true")).isFalse();
        assertThat(test(null, "false")).isFalse();
    }

    @Test
    void numbers() {
        assertThat(test(-3L, "odd")).isTrue();
        assertThat(test(4, "even")).isTrue();
        assertThat(test(true, "odd")).isTrue();
        assertThat(test(3.5, "odd")).isFalse();
        assertThat(test(9L, "divisibleby", 3L)).isTrue();
        assertThatThrownBy(() -> test(9L, "divisibleby", 0L)).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_011));
        assertThatThrownBy(() -> test("ab", "even")).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
        assertThatThrownBy(() -> test(null, "odd")).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
    }

    @Test
    void comparisons() {
        assertThat(test(7, "eq", 7L)).isTrue();
        assertThat(test(7L, "ne", 8L)).isTrue();
        assertThat(test("a", "lessthan", "b")).isTrue();
        assertThat(test(2.5, "ge", 2L)).isTrue();
        assertThat(test("b", "in", "abc")).isTrue();
        assertThatThrownBy(() -> test("a", "gt", 1L)).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
        assertThatThrownBy(() -> test(1L, "gt")).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
    }

    @Test
    void identity() {
        List<Long> list = List.of(1L);
        assertThat(test(list, "sameas", list)).isTrue();
        assertThat(test(List.of(1L), "sameas", List.of(1L))).isFalse();
        assertThat(test(1, "sameas", 1L)).isTrue();
        assertThat(test(1L, "sameas", true)).isFalse();
        assertThat(test(1L, "sameas", 1.0)).isFalse();
        assertThat(test("a", "sameas", "a")).isTrue();
        assertThat(test(null, "sameas", (Object) null)).isTrue();
        assertThat(test(1L, "sameas", (Object) null)).isFalse();
    }

    @Test
    void letters() {
        assertThat(test("a1!", "lower")).isTrue();
        assertThat(test("123", "lower")).isFalse();
        assertThat(test("A-1", "upper")).isTrue();
        assertThat(test("aB", "upper")).isFalse();
    }

    @Test
    void regularExpressionsMatchAtTheStart() {
        assertThat(test("abc", "match", "a")).isTrue();
        assertThat(test("abc", "match", "b")).isFalse();
        assertThat(test(123L, "match", "\\d+$")).isTrue();
        assertThat(test(null, "match", "n")).isFalse();
        assertThatThrownBy(() -> test("a", "match", "(")).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_007));
    }

    @Test
    void htmxRequests() {
        Request request = new Request(Map.of("hx-request", List.of("True"), "HX-Target", "main"));
        assertThat(test(request, "hx_request")).isTrue();
        assertThat(test(request, "hx_boosted")).isFalse();
        assertThat(test(request, "hx_target", "main")).isTrue();
        assertThat(test(request, "hx_target", "side")).isFalse();
        assertThat(test(true, "hx_boosted")).isTrue();
        assertThat(test("side", "hx_target", "side")).isTrue();
        assertThat(test(null, "hx_request")).isFalse();
    }

    /** As a servlet request has it. */
    public static class HeaderSource {
        public String getHeader(String name) {
            return name.equals("HX-Request") ? "true" : "false";
        }
    }

    public record Wrapped(Object headers) {}

    /** As multidicts of other hosts have it. */
    public static class Headers {
        public String get(String name, String standIn) {
            return name.equals("HX-Request") ? "true" : standIn;
        }
    }

    @Test
    void headersMayTakeAStandIn() {
        assertThat(test(new Wrapped(new Headers()), "hx_request")).isTrue();
        assertThat(test(new Wrapped(new Headers()), "hx_boosted")).isFalse();
        assertThat(test(new Wrapped(new Headers()), "hx_target", "x")).isFalse();
    }

    @Test
    void headersMayComeFromAMethod() {
        assertThat(test(new HeaderSource(), "hx_request")).isTrue();
        assertThat(test(new HeaderSource(), "hx_boosted")).isFalse();
    }
}
