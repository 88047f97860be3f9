package dev.kida.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"index.html", "a/b/c.html", "with blank.html", "ünï/cödé.html", "..hidden", "a..b.html", "-.x"})
    void plainPathsAreNames(String name) {
        assertThat(TemplateName.isValid(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../x.html",
                "a/../../x.html",
                "a/..",
                "./a",
                "a/./b",
                "a//b",
                "a/",
                "..\\x.html",
                "a\\b",
                "%2e%2e/x.html",
                "a%00b",
                "C:/x",
                "file:/etc/passwd",
                "http://example.org/x",
                "classpath*:x",
                "jar:file:x!/y",
                "a?b",
                "a#b",
                "a*",
                "a|b",
                "dir./x",
                "dir /x",
                "x.html.",
                "x.html ",
                "a\nb",
                "a\u0000b",
                "....//x"
            })
    void whatCouldMeanMoreIsNotAName(String name) {
        assertThat(TemplateName.isValid(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 1025})
    void namesHaveALimit(int length) {
        assertThat(TemplateName.isValid("x".repeat(length))).isEqualTo(length == 1024);
    }
}
