package dev.kida.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.TemplateNotFoundException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateNamesTest {

    private static final Map<String, String> ALIASES = Map.of("ui", "/lib/components/", "root", "/");

    @ParameterizedTest
    @CsvSource({
        "page.html, page.html",
        "'  a/b.html  ', a/b.html",
        "a\\b.html, a/b.html",
        "x//y.html, x//y.html",
        "a/./b.html, a/./b.html",
        "...html, ...html",
        "a..b/c..html, a..b/c..html",
        "100%.html, 100%.html",
        "100%25.html, 100%25.html",
        "@ui/btn.html, lib/components/btn.html",
        "@root/btn.html, btn.html",
        "@ui, lib/components",
        "./hero.html, pages/hero.html",
        "../nav.html, nav.html",
        ".././/shared/./nav.html, shared/nav.html",
        "..\\nav.html, nav.html"
    })
    void resolves(String name, String expected) {
        assertThat(TemplateNames.resolve(name, "pages/about.html", ALIASES)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "../../etc/passwd",
                "../../../etc/passwd",
                "..\\..\\etc\\passwd",
                "a/../b.html",
                "a\\..\\b.html",
                "a/..",
                "a/.. /b.html",
                "..",
                "./",
                "./..",
                "%2e%2e/secret.html",
                "%2E%2E%2Fsecret.html",
                "%252e%252e/secret.html",
                "..%2fsecret.html",
                "a%5c..%5cb.html",
                "%2fetc%2fpasswd",
                "a%00.html",
                "C:/windows/win.ini",
                "c:\\windows\\win.ini",
                "file:///etc/passwd",
                "file:/etc/passwd",
                "http://example.org/x.html",
                "jar:file:/x.jar!/y.html",
                "http%3a//example.org/x.html",
                "a\0.html",
                "a\r\nb.html",
                "a\nb.html",
                "@nope/btn.html",
                "@ui/../secret.html",
                "@ui/%2e%2e/secret.html",
            })
    void refuses(String name) {
        assertThatThrownBy(() -> TemplateNames.resolve(name, "pages/about.html", ALIASES))
                .isInstanceOf(TemplateNotFoundException.class);
    }

    @Test
    void refusesOverlongNamesAndDoesNotRepeatThem() {
        String name = "a".repeat(1025);

        assertThatThrownBy(() -> TemplateNames.resolve(name, null, Map.of()))
                .isInstanceOf(TemplateNotFoundException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
        assertThat(TemplateNames.resolve("a".repeat(1024), null, Map.of())).hasSize(1024);
    }

    @Test
    void saysWhyARelativeNameNeedsACaller() {
        assertThatThrownBy(() -> TemplateNames.resolve("./x.html", null, Map.of()))
                .hasMessageContaining("needs a named template");
        assertThatThrownBy(() -> TemplateNames.resolve("../x.html", "page.html", Map.of()))
                .hasMessageContaining("leads out of the templates")
                .hasMessageContaining("page.html");
    }

    @Test
    void listsTheKnownAliases() {
        assertThatThrownBy(() -> TemplateNames.resolve("@nope/x.html", null, ALIASES))
                .hasMessageContaining("@root, @ui");
    }

    @Test
    void keepsControlCharactersOutOfMessages() {
        assertThatThrownBy(() -> TemplateNames.resolve("x\r\nINFO forged.html", null, Map.of()))
                .satisfies(e ->
                        assertThat(((TemplateNotFoundException) e).getSummary()).doesNotContain("\r", "\n"));
    }
}
