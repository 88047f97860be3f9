package dev.kida;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.error.CoercionWarning;
import dev.kida.error.TemplateWarning;
import dev.kida.error.WarningListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks wrong is told once, and stops nothing (spec 05 §1.6, 07 §16). */
class WarningListenerTest {

    private final List<String> told = new ArrayList<>();

    private final KidaEngineBuilder builder = KidaEngine.builder().warningListener(new WarningListener() {
        @Override
        public void onTemplate(TemplateWarning warning) {
            told.add(warning.toString());
        }

        @Override
        public void onCoercion(CoercionWarning warning) {
            told.add(warning.toString());
        }
    });

    @Test
    void tellsOfAFilterOnceForEachLine() {
        Template page =
                builder.build().fromString("{{ 'x' | int }}{{ 'y' | int }}{{ 'x' | float }}\n{{ 5 | length }}", "p");

        page.render(Map.of());
        page.render(Map.of());

        assertThat(told).hasSize(3).first().asString().startsWith("p:1: int: ");
        assertThat(told.get(1)).startsWith("p:1: float: ");
        assertThat(told.get(2)).isEqualTo("p:2: length: int has no length");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            'bogus' => 'bogus' (str)
            true    => true (bool)
            '-1'    => '-1' (str)
            -1      => -1 (int)
            """, quoteCharacter = '`')
    void tellsOfALifeThatCannotBeRead(String ttl, String shown) {
        Template page = builder.build().fromString("\n{% cache k, ttl=" + ttl + " %}\n{{ k }}{% end %}", "p");

        assertThat(page.render(Map.of("k", 1)).strip()).isEqualTo("1");
        page.renderStream(Map.of("k", 2)).forEachRemaining(chunk -> {});

        assertThat(told)
                .containsExactly(
                        "p:2: cache: ttl " + shown + " is neither a number of seconds nor a text such as '5m'");
        assertThat(page.render(Map.of("k", 2)).strip()).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", ttl=5", ", ttl='5m'", ", ttl=none", ", ttl=0.5"})
    void tellsNothingOfALifeThatCanBeRead(String ttl) {
        builder.build().fromString("{% cache 1" + ttl + " %}x{% end %}", "p").render(Map.of());

        assertThat(told).isEmpty();
    }

    @Test
    void tellsOfTemplatesWhenTheyAreCompiled() {
        String source = "{% if a %}{% set b = 1 %}{% end %}{{ b }}{{ a ?? [] | length }}";

        builder.build().fromString(source, "p");
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).startsWith("[K-WARN-002] ");
        assertThat(told.get(1)).startsWith("[K-WARN-001] ");

        told.clear();
        Template quiet = builder.jinja2CompatWarnings(false).build().fromString(source, "p");
        assertThat(quiet.warnings()).singleElement().asString().startsWith("[K-WARN-001]");
        assertThat(told).hasSize(1);
    }

    @Test
    void doesNotFailWithItsListener() {
        KidaEngine engine = KidaEngine.builder()
                .warningListener(new WarningListener() {
                    @Override
                    public void onCoercion(CoercionWarning warning) {
                        throw new IllegalStateException("full");
                    }
                })
                .build();

        assertThat(engine.fromString("{{ 'x' | int(7) }}", "p").render(Map.of()))
                .isEqualTo("7");
    }
}
