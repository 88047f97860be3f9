package dev.kida.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever a diagnostic quotes, its page runs no script (spec 07 §15). */
class DiagnosticMarkupTest {

    private static final String HOSTILE = "<script>alert('x')</script>\"&````</pre><img src=x onerror=y>";

    private static final Diagnostic DIAGNOSTIC = new Diagnostic(
            ErrorCode.K_RUN_001,
            Diagnostic.Severity.ERROR,
            "message " + HOSTILE,
            "template " + HOSTILE,
            "location " + HOSTILE,
            3,
            4,
            "snippet " + HOSTILE,
            "expression " + HOSTILE,
            Map.of("name " + HOSTILE, "value " + HOSTILE),
            "suggestion " + HOSTILE,
            List.of("hint " + HOSTILE),
            List.of(new StackEntry("stack " + HOSTILE, 1, null)),
            List.of(new StackEntry("caller", 2, "component " + HOSTILE)));

    @Test
    void htmlEscapesEverything() {
        String escaped = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;````&lt;/pre&gt;"
                + "&lt;img src=x onerror=y&gt;";

        for (String html : List.of(DIAGNOSTIC.toHtml(), DIAGNOSTIC.toHtmlPage())) {
            assertThat(html).doesNotContain("<script", "</script", "<img", "javascript:");
            for (String part : List.of(
                    "message ",
                    "template ",
                    "snippet ",
                    "expression ",
                    "name ",
                    "value ",
                    "suggestion ",
                    "hint ",
                    "stack ",
                    "component ")) {
                assertThat(html).contains(part + escaped);
            }
            assertThat(html.replaceAll(
                            "</?(!DOCTYPE|html|head|meta|title|style|body|section|h1|h2|p|pre|ol|li)\\b[^>]*>", ""))
                    .doesNotContain("<");
        }
    }

    @Test
    void markdownLetsNothingOut() {
        String markdown = DIAGNOSTIC.toMarkdown();

        assertThat(markdown.replaceAll("(?s)`````text.*?\n`````\n", "")).doesNotContain("<");
        assertThat(markdown).contains("\n`````text\nsnippet " + HOSTILE + "\n`````\n");
    }

    @Test
    void textHasEverything() {
        assertThat(DIAGNOSTIC.formatCompact())
                .startsWith("K-RUN-001: message ")
                .contains(
                        "  --> template ",
                        ":3:4\nsnippet ",
                        "Suggestion: suggestion ",
                        "Hint: hint ",
                        "stack ",
                        "component ")
                .endsWith("Docs: docs/errors.md#k-run-001");
    }
}
