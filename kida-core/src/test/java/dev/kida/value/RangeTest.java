package dev.kida.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bounds of a range are longs; only what needs the size of a list may fail (spec 02 §14). */
class RangeTest {

    private static String page(String source) {
        return KidaEngine.builder()
                .autoescape(false)
                .build()
                .fromString(source)
                .render(Map.of())
                .strip();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            {{ 5 in 0..3000000000 }}{{ -1 in 0..3000000000 }}{{ 2999999999 in 0..3000000000 by 2 }}  => truefalsefalse
            {{ 0..2147483647 }}{{ range(3000000000) }}{{ 0..3000000000 by 2 }} =>             range(0, 2147483648)range(0, 3000000000)range(0, 3000000001, 2)
            {{ (0..3000000000)[2999999999] }} {{ (0..3000000000)[-1] }} {{ (0..9)[-2] }}             => 2999999999 3000000000 8
            {{ 'x' if 0..3000000000 }}{{ (0..3000000000) == (0...3000000001) }}{{ (0..1) == (0..2) }} => xtruefalse
            {{ (0...5 by 4) == (0...6 by 4) }}{{ (1...1) == (5...5) }}{{ (1..1) == (1...3 by 9) }}   => truetruetrue
            {{ 7 in (9...0 by -2) }}{{ 0 in (9...0 by -2) }}{{ 1 in (9...0 by -2) }}                 => truefalsetrue
            {{ 0 in (-9223372036854775807)..9223372036854775806 by 7 }}                              => true
            {{ (9223372036854775806...9223372036854775807) | list }}                                 => [9223372036854775806]
            """)
    void mayBeLongerThanAnyList(String source, String page) {
        assertThat(page(source)).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ (0..3000000000) | length }}",
                "{{ (0..3000000000) | list }}",
                "{{ (0..3000000000) | sum }}",
                "{% for i in 0..3000000000 %}{% break %}{% end %}",
                "{{ (0..3000000000)[1:] }}",
                "{{ (0..3000000000)[3000000001] }}",
                "{{ (9223372036854775806..9223372036854775807) | list }}",
                "{{ (-9223372036854775807)..9223372036854775806 }}",
                "{{ 10 ** 400 / 3 }}",
                "{{ 10 ** 400 / 0.5 }}",
            })
    void saysWhatIsTooLarge(String source) {
        assertThatThrownBy(() -> page(source)).isInstanceOfSatisfying(TemplateException.class, error -> {
            assertThat(error.getCode()).isEqualTo(ErrorCode.K_RUN_007);
            assertThat(error.getSummary())
                    .containsAnyOf("too many elements", "out of range", "include its end", "too large");
        });
    }
}
