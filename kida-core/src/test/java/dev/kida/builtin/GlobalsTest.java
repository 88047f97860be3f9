package dev.kida.builtin;

import static dev.kida.builtin.Use.global;
import static dev.kida.builtin.Use.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.ErrorCode;
import dev.kida.value.Iteration;
import dev.kida.value.Markup;
import dev.kida.value.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GlobalsTest {

    public record Token(String parameterName, String token) {}

    private static List<@Nullable Object> items(@Nullable Object iterable) {
        return Iteration.toList(iterable);
    }

    @Test
    void ranges() {
        assertThat(global("range", 3L)).isEqualTo(List.of(0L, 1L, 2L));
        assertThat(global("range", 5L, 0L, -2L)).isEqualTo(List.of(5L, 3L, 1L));
        assertThatThrownBy(() -> global("range", 0L, 1L, 0L)).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_007));
        assertThatThrownBy(() -> global("range", 1.5)).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
        assertThatThrownBy(() -> global("range")).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
    }

    @Test
    void collections() {
        assertThat(global("dict", named("a", 1L))).isEqualTo(Map.of("a", 1L));
        assertThat(global("dict", List.of(List.of("x", 1L)))).isEqualTo(Map.of("x", 1L));
        assertThat(global("dict", Map.of("a", 1L), named("sources", 2L))).isEqualTo(Map.of("a", 1L, "sources", 2L));
        assertThat(global("list", "ab")).isEqualTo(List.of("a", "b"));
        assertThat(global("list")).isEqualTo(List.of());
        assertThat(global("set", List.of(1, 1L, 2L))).isEqualTo(Set.of(1L, 2L));
        assertThat(global("tuple", List.of(1L))).isEqualTo(Tuple.of(1L));
        assertThat(global("len", "😀")).isEqualTo(1L);
        assertThatThrownBy(() -> global("len", (Object) null)).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
    }

    @Test
    void conversions() {
        assertThat(global("str", (Object) null)).isEqualTo("");
        assertThat(global("int", "7")).isEqualTo(7L);
        assertThat(global("int", 3.9)).isEqualTo(3L);
        assertThat(global("int", "0xff", 16L)).isEqualTo(255L);
        assertThat(global("int", "101", 2L)).isEqualTo(5L);
        assertThat(global("float", "1.5")).isEqualTo(1.5);
        assertThat(global("bool", List.of())).isEqualTo(false);
        assertThatThrownBy(() -> global("int", "abc")).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_007));
        assertThatThrownBy(() -> global("int", (Object) null)).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
        assertThatThrownBy(() -> global("float", "x")).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_007));
    }

    @Test
    void extremes() {
        assertThat(global("min", List.of(3L, 1L))).isEqualTo(1L);
        assertThat(global("max", 4L, 9L, 2L)).isEqualTo(9L);
        assertThat(global("min", List.of(), named("default", null))).isNull();
        assertThat(global("max", "a", "bbb", named("key", Builtins.globals().get("len"))))
                .isEqualTo("bbb");
        assertThat(global("sum", List.of(1L, 2L), 10L)).isEqualTo(13L);
        assertThatThrownBy(() -> global("min", List.of())).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_007));
    }

    @Test
    void sorting() {
        assertThat(global("sorted", List.of("b", "A"))).isEqualTo(List.of("A", "b"));
        assertThat(global("sorted", List.of(1L, 2L), named("reverse", true))).isEqualTo(List.of(2L, 1L));
        assertThat(global(
                        "sorted",
                        List.of("bb", "a"),
                        named("key", Builtins.globals().get("len"))))
                .isEqualTo(List.of("a", "bb"));
        assertThatThrownBy(() -> global("sorted", List.of(1L, "a")))
                .satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
    }

    @Test
    void lazyItemsCanBeIteratedAgain() {
        Object pairs = global("enumerate", "ab", named("start", 5L));
        assertThat(items(pairs)).isEqualTo(List.of(Tuple.of(5L, "a"), Tuple.of(6L, "b")));
        assertThat(items(pairs)).hasSize(2);
        assertThat(items(global("zip", List.of(1L), "ab"))).isEqualTo(List.of(Tuple.of(1L, "a")));
        assertThat(items(global("zip"))).isEmpty();
        assertThat(items(global("reversed", "ab"))).isEqualTo(List.of("b", "a"));
        assertThat(items(global("map", Builtins.globals().get("str"), List.of(1L))))
                .isEqualTo(List.of("1"));
        assertThat(items(global("filter", null, Arrays.asList(0L, null, 2L)))).isEqualTo(List.of(2L));
        assertThat(pairs).hasToString("[(5, 'a'), (6, 'b')]");
    }

    @Test
    void lazyItemsReadOnceWhatCanBeReadOnce() {
        Stream<String> folder = Stream.of("a");
        Iterable<String> once = folder::iterator;
        List<Long> growing = new ArrayList<>(List.of(1L));

        Object later = global("enumerate", growing);
        growing.add(2L);

        assertThat(items(global("enumerate", Stream.of("a")))).isEqualTo(List.of(Tuple.of(0L, "a")));
        assertThat(items(global("zip", Stream.of("a", "b"), IntStream.of(1)))).isEqualTo(List.of(Tuple.of("a", 1)));
        assertThat(items(global("filter", null, Stream.of("", "b")))).isEqualTo(List.of("b"));
        assertThat(items(global("zip", once))).isEqualTo(List.of(Tuple.of("a")));
        assertThat(items(later)).hasSize(2);
    }

    @Test
    void lazyItemsRefuseWhatHasNoItems() {
        assertThatThrownBy(() -> global("zip", 5L)).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
        assertThatThrownBy(() -> global("reversed", List.of().iterator()))
                .satisfies(TextFiltersTest.code(ErrorCode.K_RUN_012));
    }

    @Test
    void requestFunctionsReadTheMetadata() {
        Use render = new Use();
        assertThat(render.globalHere("hx_request")).isEqualTo(false);
        assertThat(render.globalHere("hx_target")).isNull();
        assertThat(render.globalHere("csp_nonce")).isEqualTo("");
        render.meta.putAll(Map.of("hx_request", true, "hx_target", "main", "csp_nonce", "n"));
        assertThat(render.globalHere("hx_request")).isEqualTo(true);
        assertThat(render.globalHere("hx_target")).isEqualTo("main");
        assertThat(render.globalHere("csp_nonce")).isEqualTo("n");
    }

    @Test
    void csrfTokenIsAHiddenField() {
        assertThat(csrf("t\"<b"))
                .isEqualTo(Markup.of("<input type=\"hidden\" name=\"csrf_token\" value=\"t&quot;&lt;b\">"));
        assertThat(csrf(new Token("_csrf", "t")))
                .isEqualTo(Markup.of("<input type=\"hidden\" name=\"_csrf\" value=\"t\">"));
        assertThat(csrf(Map.of("parameterName", "p", "token", "t")))
                .isEqualTo(Markup.of("<input type=\"hidden\" name=\"p\" value=\"t\">"));
        assertThat(csrf((Supplier<Object>) () -> "late"))
                .isEqualTo(Markup.of("<input type=\"hidden\" name=\"csrf_token\" value=\"late\">"));
    }

    @Test
    void withoutATokenThereIsNoField() {
        Use render = new Use();
        assertThat(render.globalHere("csrf_token")).isEqualTo(Markup.EMPTY);
        assertThat(render.warnings).hasSize(1);
    }

    @Test
    void translatesAndConsumes() {
        assertThat(global("_", "Hello")).isEqualTo("Hallo");
        assertThat(global("_n", "cat", "cats", 2L)).isEqualTo("cats");
        assertThat(global("consume", "theme")).isEqualTo("dark");
        assertThat(global("consume", "other", "x")).isEqualTo("x");
    }

    private static @Nullable Object csrf(Object token) {
        Use render = new Use();
        render.meta.put("csrf_token", token);
        return render.globalHere("csrf_token");
    }
}
