package dev.kida.builtin;

import static dev.kida.builtin.Use.filter;
import static dev.kida.builtin.Use.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.value.Markup;
import dev.kida.value.SafeHtml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapeFiltersTest {

    @Test
    void escapesOnce() {
        Object once = filter("escape", "<\"&'>");
        assertThat(once).isEqualTo(Markup.of("&lt;&quot;&amp;&#39;&gt;"));
        assertThat(filter("e", once)).isSameAs(once);
        assertThat(filter("e", null)).isEqualTo(Markup.EMPTY);
    }

    @Test
    void safeTrustsTextAndKeepsTheRenderingOfAnObject() {
        SafeHtml icon = () -> "<i>";
        assertThat(filter("safe", "<b>", named("reason", "static"))).isEqualTo(Markup.of("<b>"));
        assertThat(filter("safe", icon)).isEqualTo(Markup.of("<i>"));
        assertThat(filter("safe", null)).isEqualTo(Markup.EMPTY);
    }

    @Test
    void jsLeavesNothingThatEndsAStringAScriptOrAnAttribute() {
        assertThat(filter("js", "</script>\"'`${}\n\\\u2028&\0"))
                .isEqualTo(
                        Markup.of("\\u003c\\/script\\u003e\\u0022\\u0027\\u0060\\u0024{}\\n\\\\\\u2028\\u0026\\u0000"));
        assertThat(filter("js", "é😀")).isEqualTo(Markup.of("é\\ud83d\\ude00"));
    }

    @Test
    void cssLeavesNothingThatEndsAValueOrAnAttribute() {
        assertThat(filter("css", "red;}</style>\"\0")).isEqualTo(Markup.of("red\\3b \\7d \\3c \\2f style\\3e \\22 "));
        assertThat(filter("css", "10px #fff 50%")).isEqualTo(Markup.of("10px #fff 50%"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a",
                "./a",
                "../a",
                "#x",
                "?q=1",
                "//host/a",
                "http://x",
                "HTTPS://x",
                "mailto:a@b",
                "tel:1",
                "a/b:c",
                "1http://x",
                "page",
            })
    void safeUrlKeeps(String url) {
        assertThat(filter("safe_url", url)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:x",
                "java\nscript:x",
                "java\tscript:x",
                "\u0001javascript:x",
                " javascript:x",
                "java\0script:x",
                "data:text/html,x",
                "vbscript:x",
                "a:b",
                ":x",
            })
    void safeUrlReplaces(String url) {
        assertThat(filter("safe_url", url)).isEqualTo("#");
        assertThat(filter("safe_url", url, "/")).isEqualTo("/");
    }

    @Test
    void safeUrlIsStillEscapedOnOutput() {
        assertThat(filter("safe_url", Markup.of("javascript&#58;x"))).isInstanceOf(String.class);
    }
}
