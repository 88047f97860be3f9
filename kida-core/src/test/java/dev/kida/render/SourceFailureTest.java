package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kida.KidaEngine;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateNotFoundException;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.load.MapLoader;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A template that is rendered for an asynchronous value fails the page as one that is called in it. */
class SourceFailureTest {

    private final KidaEngine engine = KidaEngine.builder()
            .autoAwait(true)
            .loader(new MapLoader(Map.of(
                    "page", "{{ x }}",
                    "boundary", "{% try %}{{ x }}{% fallback %}caught{% end %}",
                    "missing", "{% include 'nowhere' %}",
                    "undefined", "{{ unknown }}",
                    "divides", "{{ 1 / 0 }}")))
            .build();

    private String render(String template, Mono<String> value) {
        return String.join(
                "",
                Flux.from(engine.getTemplate(template).renderStreamAsync(Map.of("x", value)))
                        .collectList()
                        .block());
    }

    private Mono<String> rendered(String template) {
        return Mono.fromCallable(() -> engine.getTemplate(template).render(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"missing, K-TPL-001, missing", "undefined, K-RUN-001, undefined", "divides, K-RUN-011, divides"})
    void itsErrorIsThatOfThePage(String template, String code, String place) {
        TemplateException failure = (TemplateException) catchThrowable(() -> render("page", rendered(template)));

        assertThat(failure.getCode()).hasToString(code);
        assertThat(failure.getTemplateName()).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"undefined", "divides"})
    void aBoundaryCatchesIt(String template) {
        assertThat(render("boundary", rendered(template))).isEqualTo("caught");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "boundary"})
    void aBoundaryLetsPassWhatItDoesElsewhere(String page) {
        assertThat(catchThrowable(() -> render(page, rendered("missing"))))
                .isInstanceOf(TemplateNotFoundException.class);
        assertThat(catchThrowable(() -> render(page, Mono.error(new InterruptedException("now")))))
                .isInstanceOf(TemplateRuntimeException.class)
                .hasCauseInstanceOf(InterruptedException.class);
    }
}
