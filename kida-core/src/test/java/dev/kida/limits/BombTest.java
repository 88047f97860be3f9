package dev.kida.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.kida.KidaEngine;
import dev.kida.error.TemplateException;
import dev.kida.value.SandboxPolicy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Short templates whose values would fill the memory, or take for ever, if they were made before they are looked at. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BombTest {

    private static final KidaEngine SANDBOX =
            KidaEngine.builder().sandbox(SandboxPolicy.DEFAULT).build();

    private static String code(String source) {
        TemplateException refusal =
                catchThrowableOfType(() -> SANDBOX.fromString(source).render(Map.of()), TemplateException.class);
        return refusal.getCode().code();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ('{0}' * 1000) | format('x' * 1000000) | length }}",
                "{{ ('{a}' * 1000) | format(a='x' * 1000000) | length }}",
                "{% set f = '{0}' * 300000 %}{{ f.format('x' * 1000000) | length }}",
                "{% set m = '{0}' | safe %}{% set f = m * 300000 %}{{ f.format('x' * 1000000) | length }}",
                "{{ ('%(a)s' * 200000) % {'a': 'x' * 1000000} }}",
                "{% set m = '%(a)s' | safe %}{{ (m * 200000) % {'a': 'x' * 1000000} }}",
                "{{ ('<script>' * 100000) | safe | csp_nonce('n' * 900000) | length }}",
                "{% set x = [[[1]]] * 100 %}{{ x | tojson('x' * 1000000) | length }}",
                "{{ (['x' * 1000000] * 1000000) | classes | length }}",
                "{{ {'class': ['x' * 1000000] * 1000000} | xmlattr | length }}"
            })
    void noTextGrowsPastTheLimit(String source) {
        assertThat(code(source)).isEqualTo("K-SEC-005");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{{ ('a' * 400000) | wordwrap(1) | length }} => 799999",
                "{{ ('ab-cd ' * 100000) | wordwrap(3) | length }} => 699999",
                "{{ (('9' * 900000) | string) * 1 }} => 0"
            })
    void longTextsTakeTheTimeOfTheirLength(String source, String expected) {
        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(SANDBOX.fromString(source).render(Map.of())).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{{ 3 ** 3000000 }} => K-SEC-005",
                "{{ (-3) ** 3000000 }} => K-SEC-005",
                "{{ int('z' * 250000, 36) > 0 }} => K-RUN-007",
            })
    void hugeNumbersAreRefusedAtOnce(String source, String expected) {
        assertTimeout(Duration.ofSeconds(1), () -> assertThat(code(source)).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x | upper | length",
                "x | slug",
                "x | js",
                "x | truncate(5)",
                "x | int",
                "'a' | trim(x)",
                "x is match('y')",
                "'{}' | format(x)",
                "'{}'.format(x)",
                "'%s' % x",
                "'%(a)s' % {'a': x}",
                "'%s' % (1, x)",
                "[x] | sort",
                "[{'a': x}] | sort(attribute='a')",
                "[x] | map('upper') | list",
                "[x] | select('match', 'a') | list",
                "str(x) | length",
                "'a' | default(x) | require(message=x) ~ (none | require(message=x))"
            })
    void noValueIsWrittenThatIsTooLong(String expression) {
        assertThat(code("{% set x = ['x' * 1000000] * 1000000 %}{{ " + expression + " }}"))
                .isEqualTo("K-SEC-005");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ o | slug }}",
                "{{ '{}' | format(o) }}",
                "{{ '%s' % o }}",
                "{{ o | classes }}",
                "{{ o | int }}",
                "{{ o is match('x') }}",
                "{{ o is lower }}",
                "{{ [o, o] | sort }}",
                "{{ [o] | unique }}",
                "{{ [{'a': o}] | groupby('a') }}",
                "{{ 'a' | truncate(o) }}",
                "{{ sorted([o, q]) }}",
                "{{ o == q }}",
                "{{ o != q }}",
                "{{ o < q }}",
                "{{ o in [q] }}",
                "{{ o is eq(q) }}",
                "{{ [q].index(o) }}",
                "{% cache o %}x{% end %}",
                "{% trans o=o %}{{ o }}{% endtrans %}"
            })
    void noNestedValueIsWalkedForEver(String source) {
        String nested = "{% set o = [] %}{% set q = [] %}" + "{% set o = [o, o] %}{% set q = [q, q] %}".repeat(60);

        assertThat(code(nested + source)).isEqualTo("K-SEC-005");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{{ [x, x] | length }} => 2",
                "{{ [x, x] | first | length }} => 1000000",
                "{{ (x | require) == x }} => true",
                "{{ [[x], [x]] | last | first | length }} => 1000000",
                "{{ [{'a': 2, 'b': x}, {'a': 1, 'b': x}] | sort(attribute='a') | map(attribute='a') | list }} => [1, 2]",
                "{{ sorted([[2, x], [1, x]]) | length }} => 2",
                "{{ x in [x, x] }}{{ [x] == [x] }} => truetrue"
            })
    void longTextsInListsAreNoProblem(String source, String expected) {
        assertThat(SANDBOX.fromString("{% set x = 'x' * 1000000 %}" + source).render(Map.of()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{{ '{0}{0}' | format('x') }} => xx",
                "{{ ('{} ' * 3).format(1, 2, 'x' * 400000) | length }} => 400005",
                "{{ '%(a)s-%(b)s' % {'a': 1, 'b': 2, 'c': 'x' * 1000000} }} => 1-2",
                "{{ '<script>' | safe | csp_nonce('n') }} => <script nonce=\"n\">",
                "{{ [[1]] | tojson(2) | length }} => 17",
                "{{ ['a', ['b', ''], {'c': 1}] | classes }} => a b c",
            })
    void whatFitsIsMade(String source, String expected) {
        assertThat(SANDBOX.fromString(source).render(Map.of())).isEqualTo(expected);
    }
}
