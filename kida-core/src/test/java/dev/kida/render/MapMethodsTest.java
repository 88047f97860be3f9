package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kida.KidaEngine;
import dev.kida.error.TemplateSecurityException;
import dev.kida.value.SandboxPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods of maps, which keys hide, whatever the keys are. */
class MapMethodsTest {

    private static String render(String template) {
        return render(KidaEngine.builder().build(), template);
    }

    private static String render(KidaEngine engine, String template) {
        UnaryOperator<String> twice = text -> text + text;
        return engine.fromString(template)
                .render(Map.of(
                        "sorted", new TreeMap<>(Map.of(1, "one")), "functions", Map.of("twice", Optional.of(twice))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{% for k, v in sorted.items() %}{{ k }}={{ v }}{% end %} => 1=one",
                "{{ sorted.get(1) }}{{ sorted?.get(1) }} => oneone",
                "{{ sorted.nothing() ?? 'none' }} => none",
                "{{ functions.twice('a') }}{{ functions?.twice('b') }} => aabb",
            })
    void areFound(String template, String expected) {
        assertThat(render(template)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"functions.twice('a')", "functions?.twice('a')", "functions['twice']('a')"})
    void aSandboxRefusesFunctionsThatAnOptionalHolds(String call) {
        KidaEngine sandbox = KidaEngine.builder().sandbox(SandboxPolicy.DEFAULT).build();

        assertThatExceptionOfType(TemplateSecurityException.class)
                .isThrownBy(() -> render(sandbox, "{{ " + call + " }}"));
    }
}
