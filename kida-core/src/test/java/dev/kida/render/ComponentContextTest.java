package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** A component sees the scopes that are open where it was defined; slot content opens one there. */
    @ParameterizedTest
    @CsvSource({
        "{% call g() %}{{ f() }}{% end %}{{ f() }}, 1u",
        "{% call g() %}{% call g() %}{{ f() }}{% end %}{% end %}, 1",
        "{% def h() %}{{ f() }}{% end %}{% call g() %}{{ h() }}{% end %}, 1",
        "{% call g() %}{% set b = 7 %}{{ f() }}{% if x %}{% set b = 8 %}{{ f() }}{% end %}{{ f() }}{% end %}, 787",
        "{% call g() %}{% try %}{{ nothing }}{% fallback %}{{ f() }}{% end %}{% end %}{{ f() }}, 1u",
        "{% def h() %}{% call g() %}{{ f() }}{% end %}{% end %}{{ h() }}, u",
    })
    void seesTheBindingsOfSlotContentOfItsOwnPlace(String template, String expected) {
        String components = "{% def f() %}{{ b ?? 'u' }}{% end %}{% def g() %}{% slot let:b=1 %}{% end %}{% end %}";

        assertThat(rendered(components + template)).isEqualTo(expected);
    }
}
