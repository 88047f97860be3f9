package dev.kida.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kida.KidaEngine;
import dev.kida.Template;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proposed for a name that nothing has (spec 07 §14). */
class SuggestionTest {

    private static UndefinedException failure(String source, Map<String, ?> model) {
        Template template = KidaEngine.builder().build().fromString(source, "page.html");
        UndefinedException straight = catchThrowableOfType(() -> template.render(model), UndefinedException.class);
        UndefinedException streamed = catchThrowableOfType(
                () -> template.renderStream(model).forEachRemaining(chunk -> {}), UndefinedException.class);
        assertThat(streamed).hasMessage(straight.getMessage());
        return straight;
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            {% for item in [1] %}{{ itm }}{% end %}                                => item
            {% for price in [1] %}{{ 1 + pric }}{% end %}                          => price
            {% for price in [1] if pric %}{% end %}                                => price
            {% for a, (price, b) in [[1, [2, 3]]] %}{{ pric | abs }}{% end %}      => price
            {% for i in [1] %}{{ lop.index }}{% end %}                             => loop
            {% def f(price) %}{{ pric }}{% end %}{{ f(1) }}                        => price
            {% def f(price) %}{% def g() %}{{ pric }}{% end %}{{ g() }}{% end %}{{ f(1) }}         => price
            {% region f(price) %}{{ pric }}{% end %}{{ f(1) }}                     => price
            {% def f() %}{% slot %}{% end %}{% for price in [1] %}{% call f() %}{{ pric }}{% end %}{% end %} => price
            {% if true %}{% set price = 1 %}{{ pric }}{% end %}                    => price
            {% match 1 %}{% case price %}{{ pric }}{% end %}                       => price
            {% match 1 %}{% case price if pric %}{{ price }}{% end %}              => price
            {{ [pric for price in [1]] }}                                          => price
            {% with price = 1 %}{{ pric }}{% end %}                                => price
            {% try %}{{ 1 / 0 }}{% fallback problem %}{{ probem }}{% end %}        => problem
            """)
    void isWhatTheTemplateBindsThere(String source, String name) {
        UndefinedException error = failure(source, Map.of());

        assertThat(error.getSimilarName()).isEqualTo(name);
        assertThat(error.getMessage()).contains(". Did you mean '" + name + "'?");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            {% for price in [1] %}{% end %}{{ pric }}
            {% for price in [1] %}{% block b %}{{ pric }}{% end %}{% end %}
            {% def f(price) %}{% end %}{{ pric }}
            {{ [price for price in [1]] }}{{ pric }}
            """)
    void isNothingThatCannotBeSeenThere(String source) {
        assertThat(failure(source, Map.of()).getSimilarName()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            {% for x in [1] %}{{ itm }}{% end %}    => items
            {% for item in [1] %}{{ itm }}{% end %} => item
            {% for x in [1] %}{{ rang }}{% end %}   => range
            """)
    void isTheNearestOfAllAndAGlobalLast(String source, String name) {
        assertThat(failure(source, Map.of("items", 1)).getSimilarName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            {{ o.totl }}                              => o.totl
            {{ 1 + o.inner.totl }}                    => o.inner.totl
            {% for x in [o] %}{{ x.totl }}{% end %}   => x.totl
            {{ o.inner.totl(1) }}                     => o.inner.totl(1)
            """)
    void hintsRepeatWhatIsWritten(String source, String written) {
        Map<String, ?> model = Map.of("o", Map.of("inner", Map.of()));
        UndefinedException error = failure(source, model);

        assertThat(error.getHints())
                .first()
                .isEqualTo(
                        "Use {{ " + written + " | default('') }} or {{ " + written + " ?? '' }} for an optional value");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            {{ o.totl | default('') }}
            {{ o.totl ?? '' }}
            {{ o.inner.totl | default('') }}
            {{ o.inner.totl ?? '' }}
            {{ o.inner.totl(1) | default('') }}
            {{ o.inner.totl(1) ?? '' }}
            """)
    void hintsAreRight(String source) {
        assertThat(KidaEngine.builder().build().fromString(source).render(Map.of("o", Map.of("inner", Map.of()))))
                .isEmpty();
    }

    @Test
    void hintsRepeatNothingLong() {
        assertThat(failure("{{ {'" + "x".repeat(80) + "': 1}.totl }}", Map.of()).getHints())
                .first()
                .isEqualTo("Use | default('') or ?? for an optional value");
    }
}
