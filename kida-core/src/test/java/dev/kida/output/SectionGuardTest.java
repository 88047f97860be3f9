package dev.kida.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Well-formed HTML passes as it is; nothing else gets out of its section. */
class SectionGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain & 1 < 2 <3 text",
                "<p>One<p>Two<br/><img src=x alt='a > b'>",
                "<li>A<li>B",
                "<tr><td>1</td></tr>",
                "<a title=\"</template>\">x</a>",
                "<!-- </template> --><!--><!---><b>",
                "<script>if (a < b) { x = '</template>' }</script>",
                "<script type=module>\n<!-- old -->\n</script>",
                "<style>a > b { }</style><title>T</title><textarea><b></textarea>",
                "<template id=row><tr><td></td></tr></template><template><template></template></template>",
                "<svg viewBox='0 0 1 1'><g><path d='M0'/></g><svg></svg><title>x</title></svg>",
                "<noscript><img src=x></noscript>",
                "<?start name=\"s2-abc\">…<?end><?marker name=x>",
                "<!doctype html><custom-element a=b></custom-element>",
            })
    void leavesWellFormedHtmlAlone(String html) {
        assertThat(SectionGuard.template(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "</template>|&lt;/template>",
                "</TEMPLATE foo>x|&lt;/TEMPLATE foo>x",
                "<template><b></template></template>|<template><b></template>&lt;/template>",
                "<template>a|&lt;template>a",
                "<b><!-- x|<b>&lt;!-- x",
                "<a href=\"x|&lt;a href=\"x",
                "<a href='</template>|&lt;a href='&lt;/template>",
                "<script>a</scrip>|&lt;script>a</scrip>",
                "<script><!--<script></script>|&lt;script>&lt;!--<script></script>",
                "<template <script>>|&lt;template &lt;script>>",
                "<svg><template></svg></template>|<svg>&lt;template></svg>&lt;/template>",
                "<svg><style></template></style></svg>|<svg><style>&lt;/template></style></svg>",
                "<svg><a title='</svg>'></template>|<svg>&lt;a title='</svg>'>&lt;/template>",
                "<noscript><a title='</noscript><textarea>'>|<noscript>&lt;a title='</noscript>&lt;textarea>'>",
                "<plaintext>x|&lt;plaintext>x",
                "<![CDATA[ > ]]>|&lt;![CDATA[ > ]]>",
            })
    void escapesWhatWouldGetOut(String html, String guarded) {
        assertThat(SectionGuard.template(html)).isEqualTo(guarded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a<?end>b|a&lt;?end>b", "<?START name=x>|&lt;?START name=x>", "<?marker name=x>|<?marker name=x>"})
    void noMarksStandInsideOfAPlace(String html, String guarded) {
        assertThat(SectionGuard.placeholder(html)).isEqualTo(guarded);
    }

    @Test
    void isStableAndFastForAnything() {
        String[] pieces = {
            "<template",
            "</template",
            ">",
            "<",
            "<!--",
            "-->",
            "\"",
            "'",
            "=",
            " a",
            "<svg",
            "</svg",
            "<script>",
            "</script>",
            "<style>",
            "</style>",
            "<noscript>",
            "</noscript>",
            "/",
            "<![CDATA[",
            "<?end",
            "x"
        };
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder html = new StringBuilder();
            for (int n = random.nextInt(14); n >= 0; n--) {
                html.append(pieces[random.nextInt(pieces.length)]);
            }
            String guarded = SectionGuard.template(html.toString());
            assertThat(SectionGuard.template(guarded)).as("%s", html).isEqualTo(guarded);
        }
        assertThat(SectionGuard.template("<a b=\"".repeat(100_000))).contains("&lt;");
    }
}
