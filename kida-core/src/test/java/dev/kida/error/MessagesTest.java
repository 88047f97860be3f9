package dev.kida.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What an author reads when something went wrong. */
class MessagesTest {

    private static final SourceText PAGE =
            new SourceText("page.html", "/templates/page.html", "<p>\n  Sum: {{ totl }}\n</p>\n");

    @Test
    void showTheLinesAround() {
        assertThat(PAGE.snippet(2, 10)).isEqualTo("""
                   |
                   1 | <p>
                >  2 |   Sum: {{ totl }}
                     |           ^
                   3 | </p>
                   |""");
    }

    @Test
    void clipLongLines() {
        SourceText minified = new SourceText("m", null, "x".repeat(5000) + "{{ y }}" + "z".repeat(5000));

        String[] lines = minified.snippet(1, 5003).split("\n");

        assertThat(lines[1]).hasSizeLessThan(220).contains("{{ y }}");
        assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('y');
    }

    @Test
    void nameWhatIsUndefinedAndWhatWasMeant() {
        UndefinedException error = UndefinedException.variable("totl", () -> List.of("total", "tax"), List::of);
        error.locate(PAGE, 2, 10);
        error.locate(PAGE, 1, 0);
        error.enterTemplate("layout.html", 7);
        error.enterTemplate("start.html", 3);
        error.enterComponent("start.html", 9, "card");

        assertThat(error.getMessage())
                .startsWith("Undefined variable 'totl' in page.html:2. Did you mean 'total'?\n   |\n")
                .contains("Component stack:\n  • start.html:9 → card()")
                .contains("Template stack:\n  • start.html:3\n  • layout.html:7")
                .contains("Hint: Use {{ totl | default('') }}");
        assertThat(error.typeName()).isEqualTo("UndefinedError");
    }

    @Test
    void lookForSimilarNamesOnlyWhenAsked() {
        AtomicInteger asked = new AtomicInteger();
        UndefinedException error = UndefinedException.attribute("Order", "totl", () -> {
            asked.incrementAndGet();
            return List.of("total");
        });

        assertThat(error.getSummary()).isEqualTo("Undefined attribute/key 'Order.totl'");
        assertThat(asked).hasValue(0);
        assertThat(error.getSuggestion()).isEqualTo("Did you mean 'Order.total'?");
        assertThat(asked).hasValue(1);
    }

    @Test
    void considerGlobalsLast() {
        UndefinedException error =
                UndefinedException.variable("rang", () -> List.of("price"), () -> List.of("range", "rank"));

        assertThat(error.getSimilarName()).isEqualTo("range");
    }

    @Test
    void sayWhereRenderingFailed() {
        TemplateRuntimeException error = TemplateRuntimeException.zeroDivision("division by zero");
        error.locate(PAGE, 2, 10);

        assertThat(error.getMessage())
                .startsWith("Runtime Error: division by zero\n  Location: page.html:2:10\n   |\n")
                .endsWith("Suggestion: Guard the division with a condition on the divisor");
    }

    @Test
    void listOpenBlocksOfASyntaxError() {
        TemplateSyntaxException error = new TemplateSyntaxException(
                ErrorCode.K_PAR_002, "Unclosed 'if' block", PAGE, 3, 4, "Close it", List.of(new OpenBlock("if", 1)));

        assertThat(error.getMessage())
                .startsWith(
                        "\nKida Parse Error [K-PAR-002]: Unclosed 'if' block\nOpen blocks:\n  - if (opened at line 1)")
                .contains("--> page.html:3:4")
                .endsWith("Suggestion: Close it\nDocs: docs/errors.md#k-par-002");
    }

    @Test
    void areThereAsData() {
        TemplateRuntimeException error = TemplateRuntimeException.type("no");
        error.locate(PAGE, 2, -1);

        Diagnostic diagnostic = error.toDiagnostic();

        assertThat(diagnostic.code()).isEqualTo(ErrorCode.K_RUN_012);
        assertThat(diagnostic.title()).isEqualTo("Type error");
        assertThat(diagnostic.location()).isEqualTo("/templates/page.html");
        assertThat(diagnostic.formatCompact()).startsWith("K-RUN-012: no\n  --> page.html:2\n");
    }

    @Test
    void canBeShownOnAPage() {
        UndefinedException error = UndefinedException.variable("totl", () -> List.of("total"));
        error.locate(new SourceText("page.html", null, "<p>{{ totl }}</p>"), 1, 6);
        error.enterTemplate("layout.html", 7);

        Diagnostic diagnostic = error.toDiagnostic();

        assertThat(diagnostic.toHtmlPage())
                .startsWith("<!DOCTYPE html>")
                .contains(diagnostic.toHtml())
                .contains("&lt;p&gt;{{ totl }}", "<li>layout.html:7</li>", "Did you mean &#39;total&#39;?")
                .doesNotContain("<p>{{");
        assertThat(diagnostic.toMarkdown()).contains("### K-RUN-001", "page.html:1:6", "* layout.html:7");
    }

    @Test
    void haveCodesThatCanBeFound() {
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(ErrorCode.of(code.code())).isSameAs(code);
            assertThat(code.code()).matches("K-[A-Z0-9]+-\\d{3}");
            assertThat(code.category()).isNotBlank();
        }
    }
}
