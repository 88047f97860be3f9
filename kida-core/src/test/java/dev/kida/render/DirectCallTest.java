package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.StackEntry;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.load.MapLoader;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Components that get their arguments without arrays and run without a run of their own behave as all others. */
class DirectCallTest {

    private static final String TAG = "{% def tag(a, b='B', c='C') %}<{{ a }}{{ b }}{{ c }}>{% end %}";

    private static final String LIBRARY = """
            {% def badge(item) %}<b>{{ item.label }}</b>{% end %}
            {% def card(item) %}<p>
            {{ badge(item) }}</p>{% end %}
            """;

    private static final String PAGE = """
            {% from "library.html" import card %}
            {% for item in items %}
            {{ card(item) }}
            {% end %}
            """;

    private static String rendered(String template) {
        UnaryOperator<String> twice = text -> text + text;
        return KidaEngine.builder()
                .build()
                .fromString(template)
                .render(Map.of("x", "model", "html", "<i>", "twice", twice));
    }

    private static KidaEngine library() {
        return KidaEngine.builder()
                .loader(new MapLoader(Map.of("library.html", LIBRARY, "page.html", PAGE)))
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{{ tag(1) }} => <1BC>",
                "{{ tag(1, 2) }} => <12C>",
                "{{ tag(1, 2, 3) }} => <123>",
                "{{ tag(1, b=2) }} => <12C>",
                "{{ tag(a=1, b=2, c=3) }} => <123>",
                "{{ tag(1, c=3) }} => <1B3>",
                "{{ tag(c=3, a=1) }} => <1B3>",
                "{{ tag(none) }} => <BC>",
                "{{ tag(html, html) }} => <&lt;i&gt;&lt;i&gt;C>",
                "{{ tag(tag(1)) }} => <<1BC>BC>",
                "{% set t = tag(1) %}{{ t }}{{ t }} => <1BC><1BC>",
                "{% set t = tag %}{{ t(2) }} => <2BC>",
                "{% call tag(1) %}unused{% end %} => <1BC>",
                "{% for f in [tag, twice, tag] %}{{ f('y') }}{% end %} => <yBC>yy<yBC>",
                "{% for i in [1, 2] %}{{ tag(i, loop.index) }}{% end %} => <11C><22C>",
            })
    void argumentsAreBound(String calls, String expected) {
        assertThat(rendered(TAG + calls)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{{ tag() }} => misses the required argument 'a'",
                "{{ tag(1, 2, 3, 4) }} => takes 3 arguments, but 4 were given",
                "{{ tag(1, a=2) }} => got two values for 'a'",
                "{{ tag(1, d=2) }} => has no parameter 'd'",
                "{{ x(1) }} => model",
            })
    void whatDoesNotFitIsRefused(String call, String problem) {
        assertThatExceptionOfType(TemplateRuntimeException.class)
                .isThrownBy(() -> rendered(TAG + call))
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                // names are those of the place that defined the component, as they are now
                "{% def c() %}{{ x }}{% end %}{% let x = 1 %}{{ c() }}{% let x = 2 %}{{ c() }} => 12",
                "{% def c() %}{{ n ?? '-' }}{% end %}{% for n in [1] %}{{ c() }}{% end %} => -",
                "{% def c(x) %}{{ x }}{% end %}{% def d(x) %}{{ c(x ~ x) }}{{ x }}{% end %}{{ d(1) }} => 111",
                "{% def c(n) %}{{ n }}{% if n > 0 %}{{ c(n - 1) }}{% end %}{% end %}{{ c(3) }} => 3210",
                "{% def c(n) %}{{ n }}{% if n > 0 %}{{ c(n - 1) }}{{ c(n - 1) }}{% end %}{% end %}{{ c(2) }} => 2100100",
                "{% def c(n) %}{{ 6 // n }}{% end %}{% def d(n) %}{{ c(1) }}{{ c(n) }}{% end %}"
                        + "{% for n in [3, 0, 2] %}{% try %}{{ d(n) }}{% fallback %}-{% end %}{% end %} => 62-63",
                "{% def c(n) %}{% for i in n %}{{ i }}{% break %}{% empty %}none{% end %}{% end %}{{ c([7, 8]) }}{{ c([]) }} => 7none",
                "{% def c(v) %}{{ v | upper }}{{ v is string }}{{ twice(v) }}{% end %}{{ c('a') }} => Atrueaa",
            })
    void namesAreThoseOfThePlaceThatDefinedIt(String template, String expected) {
        assertThat(rendered(template)).isEqualTo(expected);
    }

    /** The method through which direct calls go shows in the stack of whatever the body prints. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{% def c(v) %}{{ v }}{% end %}{{ c(seen) }} => true",
                "{% def c(v, w=1) %}{{ v }}{% end %}{{ c(seen) }} => true",
                "{% def c(v) %}{{ v }}{% end %}{% def d(v) %}{{ c(v) }}{% end %}{{ d(seen) }} => true",
                "{% def c(v, w=1, x=2) %}{{ v }}{% end %}{{ c(seen, x=3) }} => false",
                "{% def c(v, w=1, x=2, y=3, z=4) %}{{ v }}{% end %}{{ c(seen) }} => false",
                "{% def c(v) %}{% let n = 1 %}{{ v }}{% end %}{{ c(seen) }} => false",
                "{% def c(v) %}{{ v }}{% end %}{% def s() %}{% slot %}{% end %}{% call s() %}{{ c(seen) }}{% end %}"
                        + " => false",
            })
    void whatCanBeIsCalledDirectly(String template, boolean direct) {
        Object seen = new Object() {
            @Override
            public String toString() {
                return Boolean.toString(StackWalker.getInstance()
                        .walk(frames ->
                                frames.anyMatch(frame -> frame.getMethodName().equals("component"))));
            }
        };

        assertThat(KidaEngine.builder().build().fromString(template).render(Map.of("seen", seen)))
                .isEqualTo(String.valueOf(direct));
    }

    @Test
    void aFailureTellsWhichComponentsItWasIn() {
        List<Map<String, Object>> items = List.of(Map.of("label", "new"), Map.of());

        TemplateException failure = catchThrowableOfType(
                TemplateException.class,
                () -> library().getTemplate("page.html").render(Map.of("items", items)));

        assertThat(failure.getTemplateName()).isEqualTo("library.html");
        assertThat(failure.getLine()).isEqualTo(1);
        assertThat(failure.getComponentStack())
                .extracting(StackEntry::toString)
                .containsExactly("page.html:3 → card()", "library.html:3 → badge()");
        assertThat(failure.getMessage()).contains("label");
    }

    @Test
    void aFailureTellsOfItsOwnCallAndOfNoneBefore() {
        Template page = KidaEngine.builder().build().fromString("""
                {% def half(n) %}{{ 6 // n | abs }}{% end %}
                {{ half(2) }}
                {{ half(0) }}
                """);

        TemplateException failure = catchThrowableOfType(TemplateException.class, () -> page.render(Map.of()));

        assertThat(failure.getComponentStack()).extracting(StackEntry::toString).containsExactly("(inline):3 → half()");
    }

    @Test
    void itIsOneOfTheCallsThatMayBeNested() {
        String endless = "{% def c(n) %}{{ n }},{{ c(n + 1) }}{% end %}";
        KidaEngine engine = KidaEngine.builder().maxCallDepth(3).build();

        assertThatExceptionOfType(TemplateRuntimeException.class)
                .isThrownBy(() -> engine.fromString(endless + "{{ c(1) }}").render(Map.of()))
                .withMessageContaining("deeper than 3");
        assertThat(engine.fromString(endless + "{% try %}{{ c(1) }}{% fallback %}deep{% end %}{{ 4 }}")
                        .render(Map.of()))
                .isEqualTo("deep4");
        assertThat(engine.fromString("{% def c(n) %}{% if n < 4 %}{{ n }}{{ c(n + 1) }}{% end %}{% end %}{{ c(2) }}")
                        .render(Map.of()))
                .isEqualTo("23");
    }
}
