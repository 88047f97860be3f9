package dev.kida.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.value.Markup;
import dev.kida.value.TextBound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CspNonceTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "<script>a()</script>|<script nonce=\"n\">a()</script>",
                "<STYLE type=\"x\">|<STYLE type=\"x\" nonce=\"n\">",
                "< script>|< script nonce=\"n\">",
                "<script x=\"a>b\">|<script x=\"a>b\" nonce=\"n\">",
                "<script data-nonce=\"x\">|<script data-nonce=\"x\" nonce=\"n\">",
                "<script nonce=\"old\">|<script nonce=\"old\">",
                "<script src=a NONCE = 'old'>|<script src=a NONCE = 'old'>",
                "<script x=\"nonce=1\">|<script x=\"nonce=1\" nonce=\"n\">",
                "<scripty><script/>|<scripty><script/>",
                "<style>x</style><p>|<style nonce=\"n\">x</style><p>",
                "a < b|a < b",
                "<script|<script",
                "<script x=\"|<script x=\"",
            })
    void putsTheNonceOnScriptsAndStyles(String html, String expected) {
        assertThat(CspNonce.inject(html, "n", TextBound.NONE)).isEqualTo(expected);
    }

    @Test
    void takesTheNonceFromTheMetadata() {
        Use render = new Use();
        render.meta.put("csp_nonce", "m&1");
        assertThat(render.apply("csp_nonce", Markup.of("<script>"))).isEqualTo(Markup.of("<script nonce=\"m&amp;1\">"));
        assertThat(Use.filter("csp_nonce", Markup.of("<script>"))).isEqualTo(Markup.of("<script>"));
    }

    @Test
    void dataNeverGetsANonce() {
        assertThat(Use.filter("csp_nonce", "<script>", "n")).isEqualTo(Markup.of("&lt;script&gt;"));
    }
}
