package dev.kida.builtin;

import static dev.kida.builtin.Use.filter;
import static dev.kida.builtin.Use.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.ErrorCode;
import dev.kida.value.Markup;
import dev.kida.value.Undefined;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlAttrTest {

    @Test
    void printsAttributesInOrder() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("title", "<\"&'>");
        attributes.put("data-n", 5L);
        attributes.put("x", Markup.of("<b>"));
        attributes.put("gone", null);
        attributes.put("off", false);
        attributes.put("hidden", true);
        attributes.put("class", List.of("a", "", "b"));
        assertThat(filter("xmlattr", attributes))
                .isEqualTo(Markup.of(
                        "title=\"&lt;&quot;&amp;&#39;&gt;\" data-n=\"5\" x=\"&lt;b&gt;\" hidden class=\"a b\""));
        assertThat(filter("xmlattr", Map.of())).isEqualTo(Markup.EMPTY);
        assertThat(filter("xmlattr", Undefined.INSTANCE)).isEqualTo(Markup.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a<b", "a>b", "a/b", "a=b", "a\"b", "a'b", "a\0b", "a\u00a0b", "a\u0001"})
    void refusesNamesThatWouldBreakOut(String name) {
        assertThatThrownBy(() -> filter("xmlattr", Map.of(name, "1")))
                .satisfies(TextFiltersTest.code(ErrorCode.K_RUN_007));
    }

    @Test
    void refusesOtherValuesThanMaps() {
        assertThatThrownBy(() -> filter("xmlattr", "a")).satisfies(TextFiltersTest.code(ErrorCode.K_RUN_010));
        assertThatThrownBy(() -> filter("xmlattr", Map.of(1L, "a")))
                .satisfies(TextFiltersTest.code(ErrorCode.K_RUN_007));
    }

    @Test
    void leavesEventHandlersOutUnlessAskedForThem() {
        Use render = new Use();
        assertThat(render.apply("xmlattr", Map.of("OnFoo", "go()"))).isEqualTo(Markup.EMPTY);
        assertThat(render.warnings).hasSize(1);
        assertThat(filter("xmlattr", Map.of("onclick", "go()"), named("allow_events", true)))
                .isEqualTo(Markup.of("onclick=\"go()\""));
    }
}
