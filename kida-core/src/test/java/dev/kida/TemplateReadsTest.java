package dev.kida;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.load.MapLoader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateReadsTest {

    @Test
    void namesOfParentsIncludesAndImportsAreRead() {
        TemplateReads reads = reads(Map.of(
                "page.html",
                        "{% extends 'layout.html' %}{% from 'forms.html' import f %}{% block b %}{{ f() }}{% end %}",
                "layout.html", "{{ title }}{% include 'menu.html' %}{% block b %}{% end %}",
                "menu.html", "{{ asset('menu.css') }}",
                "forms.html", "{% def f() %}{{ csrf_token() }}{% end %}"));

        assertThat(reads.dynamic()).isFalse();
        assertThat(reads.names()).contains("title", "csrf_token", "asset").doesNotContain("_csrf");
        assertThat(reads.mayRead("csrf_token")).isTrue();
        assertThat(reads.mayRead("_csrf")).isFalse();
        assertThat(reads.literalsOf("asset")).containsExactly("menu.css");
        assertThat(reads.literalsOf("url")).isEmpty();
    }

    @Test
    void aTemplateNamedByAnExpressionMayReadAnything() {
        TemplateReads reads = reads(Map.of("page.html", "{% include part %}"));

        assertThat(reads.dynamic()).isTrue();
        assertThat(reads.mayRead("csrf_token")).isTrue();
    }

    @Test
    void aTemplateThatIsNotThereMayReadAnything() {
        assertThat(reads(Map.of("page.html", "{% include 'nothing.html' %}")).dynamic())
                .isTrue();
    }

    @Test
    void templatesThatNameEachOtherAreReadOnce() {
        TemplateReads reads =
                reads(Map.of("page.html", "{% include 'b.html' %}", "b.html", "{{ x }}{% include 'page.html' %}"));

        assertThat(reads.names()).contains("x");
    }

    private static TemplateReads reads(Map<String, String> templates) {
        return KidaEngine.builder()
                .loader(new MapLoader(templates))
                .build()
                .getTemplate("page.html")
                .reads();
    }
}
