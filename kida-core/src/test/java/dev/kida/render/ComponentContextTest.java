package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A component has a context of its own where somebody it calls may look into that, and only there. */
class ComponentContextTest {

    private static final String INNER = "{% def inner(y) %}{{ y }}{% end %}";

    private static String rendered(String template) {
        return KidaEngine.builder().build().fromString(template).render(Map.of("x", "model"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% region inner(y) %}{{ x }}{% end %}{% def outer(x) %}{{ inner('no') }}{% end %}{{ outer('yes') }}",
                INNER + "{% def outer(x) %}{{ inner(x) }}{% end %}{{ outer('yes') }}",
                INNER + "{% def outer(x) %}{{ inner(x) }}{% end %}{{ outer('y') }}{% if x %}es{% end %}",
                "{% region seen(y=1) %}{{ x }}{% end %}" + INNER
                        + "{% set inner = seen %}{% def outer(x) %}{{ inner(1) }}{% end %}{{ outer('yes') }}",
            })
    void isSeenByRegions(String template) {
        assertThat(rendered(template)).isEqualTo("yes");
    }
}
