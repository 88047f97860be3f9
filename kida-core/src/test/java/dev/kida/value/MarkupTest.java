package dev.kida.value;

import static dev.kida.value.Use.call;
import static dev.kida.value.Use.callNamed;
import static dev.kida.value.Use.list;
import static dev.kida.value.Use.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {

    private final Markup bold = Markup.of("<b>");

    @Test
    void methodsReturnMarkup() {
        assertThat(call(bold, "upper")).isEqualTo(Markup.of("<B>"));
        assertThat(call(Markup.of("<b>,<i>"), "split", ",")).isEqualTo(list(bold, Markup.of("<i>")));
        assertThat(call(Markup.of("a=b"), "partition", "="))
                .isEqualTo(tuple(Markup.of("a"), Markup.of("="), Markup.of("b")));
        assertThat(call(bold, "find", "b")).isEqualTo(1L);
        assertThat(call(bold, "startswith", "<")).isEqualTo(true);
    }

    @Test
    void whatIsPutInIsEscaped() {
        assertThat(call(bold, "replace", "b", "<")).isEqualTo(Markup.of("<&lt;>"));
        assertThat(call(bold, "replace", "b", Markup.of("<"))).isEqualTo(Markup.of("<<>"));
        assertThat(call(Markup.of("<br>"), "join", list("<", bold))).isEqualTo(Markup.of("&lt;<br><b>"));
        SafeHtml image = () -> "<img>";
        assertThat(call(Markup.of("-"), "join", list("<", 1L, list("<"), image)))
                .isEqualTo(Markup.of("&lt;-1-[&#39;&lt;&#39;]-<img>"));
        assertThat(call(Markup.of("x"), "ljust", 3L, "<")).isEqualTo(Markup.of("x&lt;&lt;"));
        assertThat(call(Markup.of("{}{}"), "format", "<", bold)).isEqualTo(Markup.of("&lt;<b>"));
        assertThat(call(Markup.of("{}"), "format", list("<"))).isEqualTo(Markup.of("[&#39;&lt;&#39;]"));
        assertThat(callNamed(Markup.of("{x:>3}"), "format", "x", "<")).isEqualTo(Markup.of("  &lt;"));
        assertThat(Arithmetic.modulo(Markup.of("%s%s"), tuple("<", bold))).isEqualTo(Markup.of("&lt;<b>"));
    }

    @Test
    void partsAndElementsArePlain() {
        assertThat(Subscripts.item(bold, 0L)).isEqualTo("<");
        assertThat(bold.subSequence(0, 1)).isEqualTo("<");
        assertThat(Iteration.toList(bold)).containsExactly("<", "b", ">");
        assertThat(Arithmetic.modulo("%s", bold)).isEqualTo("<b>");
    }

    @Test
    void tagsAndEntities() {
        assertThat(call(Markup.of("<p>Hi <b>x</b></p> &amp; <!-- a > b -->y"), "striptags"))
                .isEqualTo(Markup.of("Hi x &amp; y"));
        assertThat(call(Markup.of("<<!---->script>"), "striptags")).isEqualTo(Markup.of("script>"));
        assertThat(call(Markup.of("a < b"), "striptags")).isEqualTo(Markup.of("a < b"));
        assertThat(call(Markup.of("&lt;b&gt; &#39;&#x41;&copy; &nope; &"), "unescape"))
                .isEqualTo("<b> 'A© &nope; &");
    }

    @Test
    void equalsOnlyMarkupInJavaButTextInTemplates() {
        assertThat(bold).isEqualTo(Markup.of("<b>")).isNotEqualTo("<b>").hasToString("<b>");
        assertThat(Comparisons.equal(bold, "<b>")).isTrue();
        assertThat(Markup.of("")).isSameAs(Markup.EMPTY);
    }
}
