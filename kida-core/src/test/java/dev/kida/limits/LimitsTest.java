package dev.kida.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.KidaEngineBuilder;
import dev.kida.Template;
import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import dev.kida.render.ChunkIterator;
import dev.kida.render.Limits;
import dev.kida.render.RenderOptions;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a render may use up, and how it ends when it wants more. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitsTest {

    /** One way through each shape of the code and each kind of output. */
    enum Way {
        STRING(template -> template.render(Map.of())),
        BYTES(template -> new String(template.renderBytes(Map.of()), java.nio.charset.StandardCharsets.UTF_8)),
        STREAM(template -> joined(template.renderStream(Map.of())));

        private final Function<Template, String> render;

        Way(Function<Template, String> render) {
            this.render = render;
        }

        private static String joined(ChunkIterator chunks) {
            StringBuilder page = new StringBuilder();
            chunks.forEachRemaining(page::append);
            return page.toString();
        }

        String render(UnaryOperator<KidaEngineBuilder> options, String source) {
            return render.apply(options.apply(KidaEngine.builder()).build().fromString(source, "page.html"));
        }

        TemplateException fails(UnaryOperator<KidaEngineBuilder> options, String source) {
            try {
                String page = render(options, source);
                throw new AssertionError(this + " printed " + page.length() + " characters");
            } catch (TemplateException expected) {
                return expected;
            }
        }
    }

    private static ThrowingConsumer<Throwable> code(String code) {
        return problem ->
                assertThat(((TemplateException) problem).getCode().code()).isEqualTo(code);
    }

    // ---- loops ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void loopsTakeAsManyTurnsAsTheLimitSaysInAll(Way way) {
        String source = "{% for i in 1..6 %}{{ i }}{% endfor %}{% for i in [1, 2, 3, 4] %}{{ i }}{% endfor %}";

        assertThat(way.render(engine -> engine.maxLoopIterations(10), source)).isEqualTo("1234561234");
        assertThat(way.fails(engine -> engine.maxLoopIterations(9), source))
                .hasMessageContaining("9 turns")
                .returns("K-SEC-003", problem -> problem.getCode().code())
                .returns(1, TemplateException::getLine)
                .returns("page.html", TemplateException::getTemplateName);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% while true %}{% endwhile %}",
                "\n\n{% while true %}x{% if true %}{% continue %}{% endif %}{% endwhile %}",
                "{% for i in range(1000000000) %}{% endfor %}",
                "{% set x = [y for y in range(1000000000) if y > 99999999] %}",
                "{% def f() %}{% while true %}{% endwhile %}{% enddef %}{{ f() }}",
                "{% capture c %}{% while true %}{% endwhile %}{% endcapture %}",
                "{% while true %}{% try %}{% while true %}{% endwhile %}{% fallback %}{% endtry %}{% endwhile %}"
            })
    void aLoopWithoutEndEnds(String source) {
        for (Way way : Way.values()) {
            assertThat(way.fails(engine -> engine.maxLoopIterations(1000), source))
                    .returns("K-SEC-003", problem -> problem.getCode().code())
                    .satisfies(problem -> assertThat(problem.getLine()).isPositive());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% while true %}{% endwhile %}",
                "{% for i in range(1000000000) %}{% endfor %}",
                "{% set x = [y for y in range(1000000000) if y > 99999999] %}",
                "{% while true %}{% try %}{% while true %}{% endwhile %}{% fallback %}{% endtry %}{% endwhile %}",
                "{% def f() %}{% try %}{{ f() }}{{ f() }}{% fallback %}{{ f() }}{{ f() }}{% endtry %}{% enddef %}{{ f() }}"
            })
    void theDeadlineEndsWhatTakesTooLong(String source) {
        for (Way way : Way.values()) {
            assertThat(way.fails(engine -> engine.deadline(Duration.ofMillis(40)), source))
                    .hasMessageContaining("40 ms")
                    .returns("K-ASY-001", problem -> problem.getCode().code())
                    .satisfies(problem -> assertThat(problem.getLine()).isPositive());
        }
    }

    @Test
    void aRenderMayHaveADeadlineOfItsOwn() {
        Template template = KidaEngine.builder().build().fromString("{% while true %}{% endwhile %}");

        assertThatThrownBy(
                        () -> template.render(Map.of(), RenderOptions.defaults().withDeadline(Duration.ofMillis(30))))
                .satisfies(code("K-ASY-001"));
    }

    // ---- ranges -----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for i in 1..20000 %}{% endfor %}",
                "{% for i in range(20000) %}{% endfor %}",
                "{{ range(0, 20000) | list }}",
                "{% set r = range %}{{ r(20000) | length }}",
                "{{ [20000] | map(range) | list }}",
                "{% try %}{{ (1..20000) | length }}{% fallback %}caught{% endtry %}",
                "{{ (1..20000) | default('none') }}"
            })
    void rangesAreLimited(String source) {
        for (Way way : Way.values()) {
            assertThat(way.fails(engine -> engine.maxRange(10_000), source))
                    .returns("K-SEC-003", problem -> problem.getCode().code())
                    .returns("SecurityError", TemplateException::typeName)
                    .returns(1, TemplateException::getLine);
        }
    }

    @Test
    void aRangeAsLongAsTheLimitIsFine() {
        assertThat(Way.STRING.render(
                        engine -> engine.maxRange(10_000), "{{ range(10000) | length }}{{ (1..10000) | sum }}"))
                .isEqualTo("1000050005000");
    }

    // ---- output -----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void thePageIsLimitedInCharacters(Way way) {
        String source = "äö{% for i in 1..3 %}€{% endfor %}";

        assertThat(way.render(engine -> engine.maxOutputSize(5), source)).isEqualTo("äö€€€");
        assertThat(way.fails(engine -> engine.maxOutputSize(4), source))
                .hasMessageContaining("4 characters")
                .returns("K-SEC-005", problem -> problem.getCode().code())
                .returns(1, TemplateException::getLine);
    }

    @Test
    void theChunkThatPassesTheLimitIsNotDelivered() {
        Template template = KidaEngine.builder()
                .maxOutputSize(5)
                .chunkSize(1)
                .build()
                .fromString("abc{% for i in [1, 2, 3] %}{{ i }}{% endfor %}");
        List<String> delivered = new ArrayList<>();

        assertThatThrownBy(() -> template.renderStream(Map.of()).forEachRemaining(delivered::add))
                .satisfies(code("K-SEC-005"));
        assertThat(String.join("", delivered)).isEqualTo("abc12");
    }

    @Test
    void aWriterNeverGetsMoreThanTheLimit() {
        StringWriter page = new StringWriter();
        Template template = KidaEngine.builder()
                .maxOutputSize(20_000)
                .build()
                .fromString("{% while true %}{{ '<' ~ '0123456789' }}{% endwhile %}");

        assertThatThrownBy(() -> template.renderTo(Map.of(), page)).satisfies(code("K-SEC-005"));
        assertThat(page.getBuffer()).hasSizeLessThanOrEqualTo(20_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% push 'a' %}123456{% endpush %}{% stack 'a' %}",
                "{% stack 'a' %}{% push 'a' %}123456{% endpush %}",
                "{% stack 'a' %}{% stack 'a' %}{% push 'a' %}123{% endpush %}"
            })
    void stacksCountAsPartOfThePage(String source) {
        assertThat(Way.STRING
                        .fails(engine -> engine.maxOutputSize(5), source)
                        .getCode()
                        .code())
                .isEqualTo("K-SEC-005");
    }

    // ---- texts ------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ 'x' * 10**8 }}",
                "{{ 10**8 * 'x' }}",
                "{{ [1] * 10**8 }}",
                "{{ 'x'.center(100000000) }}",
                "{{ 'x'.ljust(100000000) }}",
                "{{ 'x'.rjust(width=100000000) }}",
                "{{ 'x'.zfill(100000000) }}",
                "{% set f = 'x'.center %}{{ f(100000000) }}",
                "{{ 'x' | center(100000000) }}",
                "{{ ['x'] | map('center', 100000000) | list }}",
                "{{ 'a\\nb' | indent(100000000) }}",
                "{{ '\\t'.expandtabs(100000000) }}",
                "{{ '%100000000d' % 1 }}",
                "{{ '%*d' % (100000000, 1) }}",
                "{{ '{:>100000000}'.format(1) }}",
                "{{ '{:>{}}'.format(1, 100000000) }}",
                "{{ '{:.100000000f}' | format(1) }}",
                "{{ 'x'.replace('', 'y' * 5000) ~ ('x' * 5000).replace('x', 'y' * 5000) }}",
                "{{ ('x' * 5000).join(range(5000) | map('string') | list) }}",
                "{{ range(5000) | join('x' * 5000) }}",
                "{{ [[1]] | tojson(indent=100000000) }}",
                "{{ [1] | batch(100000000, 0) | list }}",
                "{% let x = 'x' %}{% for i in 1..40 %}{% let x = x ~ x %}{% endfor %}",
                "{% let x = 'x' %}{% for i in 1..40 %}{% let x = x + x %}{% endfor %}",
                "{% let x = [1] %}{% for i in 1..40 %}{% let x = x + x %}{% endfor %}",
                "{% let x = 10 ** 1000 %}{% for i in 1..40 %}{% let x = x * x %}{% endfor %}",
                "{% let x = ['xx'] %}{% for i in 1..40 %}{% let x = [x, x] %}{% endfor %}{{ x }}",
                "{% let x = ['xx'] %}{% for i in 1..40 %}{% let x = [x, x] %}{% endfor %}{{ x | string }}",
                "{% capture c %}{% for i in 1..20000 %}x{% endfor %}{% endcapture %}",
                "{% def f() %}{% for i in 1..20000 %}x{% endfor %}{% enddef %}{% let x = f() %}"
            })
    void textsAreLimited(String source) {
        for (Way way : Way.values()) {
            assertThat(way.fails(engine -> engine.maxStringLength(10_000), source))
                    .as("%s", way)
                    .returns("K-SEC-005", problem -> problem.getCode().code())
                    .returns(1, TemplateException::getLine);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{{ 'x' * 3 ~ 4 * 5 }} => xxx20",
                "{{ 'order 99999999 %s' % 5000000 }} => order 99999999 5000000",
                "{{ '{} 99999999: {:>3}'.format(5000000, 1) }} => 5000000 99999999:   1",
                "{{ ['a', 'b'] | join('-') | center(5) }} => ' a-b '",
                "{{ 123456.789 | round(1) }} => 123456.8",
                "{{ [1, 2] + [3] }} => [1, 2, 3]",
                "{{ 'a b'.replace('a', 'c') }} => c b",
                "{{ 5 % 3 }}{{ 1 + 2 }}{{ 7 * 6 }} => 2342"
            })
    void whatIsSmallIsNotTouched(String source, String expected) {
        for (Way way : Way.values()) {
            assertThat(way.render(engine -> engine.limits(Limits.UNTRUSTED), source))
                    .isEqualTo(expected);
        }
    }

    @Test
    void nothingIsLimitedUnlessItIsAskedFor() {
        String source = "{% for i in range(200000) %}.........{% endfor %}{{ 'x' * 1200000 }}";

        assertThat(Way.STRING.render(engine -> engine, source)).hasSize(3_000_000);
    }

    @Test
    void aLimitIsNotNegative() {
        assertThatThrownBy(() -> KidaEngine.builder().maxRange(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    // ---- regular expressions ---------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"(a|a)*?b", "(a+)+\\\\1c", "(.*a){20}b", "a*a*a*a*a*a*b", "(a?a?)*?b(?=z)"})
    void aRegularExpressionTakesOnlySoLong(String expression) {
        String source = "{{ ('a' * 60) is match('" + expression + "') }}";

        for (Way way : Way.values()) {
            assertThat(way.fails(engine -> engine, source)).returns(1, TemplateException::getLine);
        }
    }

    @Test
    void aLongTextMatchesAnHonestExpression() {
        assertThat(Way.STRING.render(engine -> engine, "{{ ('ab ' * 300000) is match('[ab ]*$') }}"))
                .isEqualTo("true");
    }

    // ---- depths -----------------------------------------------------------------------------------------------------

    private static KidaEngine chain(String tag, int length, UnaryOperator<KidaEngineBuilder> options) {
        Map<String, String> templates = Stream.iterate(0, i -> i < length, i -> i + 1)
                .collect(Collectors.toMap(i -> "t" + i, i -> tag.formatted(i + 1)));
        templates.put("t" + length, "end");
        return options.apply(KidaEngine.builder().loader(new dev.kida.load.MapLoader(templates)))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{%% include 't%d' %%}", "{%% embed 't%d' %%}{%% endembed %%}", "{%% extends 't%d' %%}"})
    void templatesNestAsDeepAsTheLimitSays(String tag) {
        UnaryOperator<KidaEngineBuilder> options =
                engine -> engine.maxIncludeDepth(3).maxExtendsDepth(3);

        assertThat(chain(tag, 3, options).render("t0", Map.of())).isEqualTo("end");
        assertThatThrownBy(() -> chain(tag, 4, options).render("t0", Map.of()))
                .hasMessageContaining("deeper than 3")
                .hasMessageContaining("look for a cycle")
                .isInstanceOfSatisfying(TemplateException.class, problem -> {
                    assertThat(problem.getCode().code()).isEqualTo("K-RUN-006");
                    assertThat(problem.getTemplateName()).isEqualTo("t3");
                    assertThat(problem.getLine()).isEqualTo(1);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{% include 'a' %}", "{% extends 'a' %}", "{% from 'a' import b %}"})
    void cyclesEnd(String source) {
        KidaEngine engine = KidaEngine.builder()
                .loader(new dev.kida.load.MapLoader(Map.of("a", source)))
                .build();

        assertThatThrownBy(() -> engine.render("a", Map.of())).isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> engine.getTemplate("a").renderStream(Map.of()).hasNext())
                .isInstanceOf(TemplateException.class);
    }

    @Test
    void aTemplateHasAsManyTokensAndFiltersAsTheLimitSays() {
        KidaEngine engine = KidaEngine.builder().maxTokens(20).maxFilters(2).build();

        assertThat(engine.fromString("{{ 'a' | upper | lower }}").render(Map.of()))
                .isEqualTo("a");
        assertThatThrownBy(() -> engine.fromString("\n{{ 'a' | upper | lower | upper }}"))
                .isInstanceOfSatisfying(TemplateException.class, error -> {
                    assertThat(error.getCode()).isEqualTo(ErrorCode.K_PAR_004);
                    assertThat(error.getLine()).isEqualTo(2);
                });
        assertThatThrownBy(() -> engine.fromString("{{ 1 }}\n".repeat(20)))
                .isInstanceOfSatisfying(TemplateException.class, error -> {
                    assertThat(error.getCode()).isEqualTo(ErrorCode.K_LEX_004);
                    assertThat(error.getLine()).isGreaterThan(1);
                });
        assertThatThrownBy(() -> KidaEngine.builder().maxTokens(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void zeroForbidsIncludes() {
        assertThatThrownBy(() -> chain("{%% include 't%d' %%}", 1, engine -> engine.maxIncludeDepth(0))
                        .render("t0", Map.of()))
                .satisfies(code("K-RUN-006"));
    }

    @ParameterizedTest
    @EnumSource
    void componentsCallEachOtherAsDeepAsTheLimitSays(Way way) {
        String source = "{% def f(n) %}{% if n %}{{ f(n - 1) }}{% else %}end{% endif %}{% enddef %}{{ f(%d) }}";

        assertThat(way.render(engine -> engine.maxCallDepth(40), source.replace("%d", "39")))
                .isEqualTo("end");
        assertThat(way.fails(engine -> engine.maxCallDepth(40), source.replace("%d", "40")))
                .hasMessageContaining("deeper than 40")
                .returns("K-RUN-006", problem -> problem.getCode().code())
                .returns(1, TemplateException::getLine);
    }

    // ---- members that nobody reaches -------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ x.getClass() }}",
                "{{ x.class }}",
                "{{ x | attr('class') }}",
                "{{ x.getClass }}",
                "{{ c.forName('java.lang.Runtime') }}",
                "{{ c.classLoader }}",
                "{{ [c] | map('getName') | list }}",
                "{{ [c] | map(attribute='name') | list }}",
                "{{ '{0.class}'.format(x) }}",
                "{{ t.name }}",
                "{{ x.notify() }}"
            })
    void internalsOfTheHostAreNeverReached(String source) {
        Map<String, Object> model = Map.of("x", new StringBuilder("x"), "c", String.class, "t", Thread.currentThread());
        KidaEngine engine = KidaEngine.builder().build();

        assertThatThrownBy(() -> engine.fromString(source).render(model)).isInstanceOf(TemplateException.class);
    }

    @Test
    void listsThatContainThemselvesArePrinted() {
        List<Object> self = new ArrayList<>(Collections.singletonList("x"));
        self.add(self);
        Template template =
                KidaEngine.builder().limits(Limits.UNTRUSTED).build().fromString("{{ x | length }}");

        assertThat(template.render(Map.of("x", self))).isEqualTo("2");
    }
}
