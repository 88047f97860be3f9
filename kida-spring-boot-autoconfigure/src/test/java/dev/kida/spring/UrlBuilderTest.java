package dev.kida.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlBuilderTest {

    @ParameterizedTest
    @CsvSource({
        "/orders,/shop/orders",
        "~/orders,/orders",
        "orders,orders",
        "?page=2,?page=2",
        "#top,#top",
        "'',''",
        "//cdn.example/x,//cdn.example/x",
        "/\\cdn.example/x,/\\cdn.example/x",
        "https://example.org/x,https://example.org/x",
        "mailto:a@example.org,mailto:a@example.org"
    })
    void onlyPathsOfTheApplicationGetItsContextPath(String path, String expected) {
        assertThat(build(path, List.of(), Map.of())).isEqualTo(expected);
    }

    @Test
    void valuesFillPlaceholdersInTheirOrderOrByName() {
        assertThat(build("/o/{id}/l/{line}", List.of(7, "a"), Map.of())).isEqualTo("/shop/o/7/l/a");
        assertThat(build("/o/{id}/l/{line}", List.of("a"), Map.of("id", 7))).isEqualTo("/shop/o/7/l/a");
    }

    @ParameterizedTest
    @CsvSource({
        "a/b,a%2Fb",
        "..,..",
        "a?b#c,a%3Fb%23c",
        "a;v=1,a%3Bv%3D1",
        "100%,100%25",
        "a b+c,a%20b%2Bc",
        "Łódź,%C5%81%C3%B3d%C5%BA",
        "😀,%F0%9F%98%80",
        "{id},%7Bid%7D",
        "$1\\,%241%5C"
    })
    void aValueIsOneSegmentWhateverIsInIt(String value, String encoded) {
        assertThat(build("/o/{id}", List.of(value), Map.of())).isEqualTo("/shop/o/" + encoded);
    }

    @Test
    void matrixVariablesAreWrittenInThePath() {
        assertThat(build("/cars;colour={c};year={y}/x", List.of("red;blue", 2012), Map.of()))
                .isEqualTo("/shop/cars;colour=red%3Bblue;year=2012/x");
    }

    @Test
    void whatIsLeftBecomesTheQueryBeforeTheAnchor() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("q", "a&b=c");
        named.put("none", null);
        named.put("tag", List.of("x", "ÿ"));
        named.put("a b", true);

        assertThat(build("/find#hits", List.of(), named))
                .isEqualTo("/shop/find?q=a%26b%3Dc&tag=x&tag=%C3%BF&a%20b=true#hits");
        assertThat(build("/find?sort=up", List.of(), Map.of("q", 1))).isEqualTo("/shop/find?sort=up&q=1");
    }

    @Test
    void aPlaceholderBehindTheAnchorIsText() {
        assertThat(build("/a#{b}", List.of(), Map.of("q", 1))).isEqualTo("/shop/a?q=1#{b}");
    }

    @Test
    void aValueTooFewOrTooManyIsAnError() {
        assertThatThrownBy(() -> build("/o/{id}", List.of(), Map.of())).hasMessageContaining("{id}");
        assertThatThrownBy(() -> build("/o", List.of(1), Map.of())).hasMessageContaining("more values");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " \tjavascript:alert(1)",
                "java\nscript:alert(1)",
                "\u0001javascript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "blob:x",
                "javascript:\n//"
            })
    void whatRunsAScriptIsNoUrl(String path) {
        assertThat(build(path, List.of(), Map.of())).isEqualTo("#");
    }

    private static String build(String path, List<?> values, Map<?, ?> named) {
        return UrlBuilder.build(path, values, named, "/shop");
    }
}
