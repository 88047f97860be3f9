package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** A function that returns what it got as the state of the render has returned a value; nothing is run again. */
class ReturnedRunTest {

    private static final KidaEngine ENGINE = KidaEngine.builder()
            .global("state", TemplateFunction.of("state", Signature.parse(""), (arguments, context) -> context))
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<{{ state() }}",
                "<{% set s = state() %}{{ s }}",
                "{% def c() %}<{{ state() }}{% end %}{{ c() }}",
                "{% def c(f) %}<{{ f() }}{% end %}{{ c(state) }}",
            })
    void isPrintedAsAValue(String source) {
        Template page = ENGINE.fromString(source);
        List<String> streamed =
                Flux.from(page.renderStreamAsync(Map.of())).collectList().block();

        assertThat(page.render(Map.of())).containsOnlyOnce("<");
        assertThat(String.join("", streamed)).containsOnlyOnce("<");
    }
}
