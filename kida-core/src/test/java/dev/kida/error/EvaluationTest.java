package dev.kida.error;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.kida.KidaEngine;
import dev.kida.Template;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a failure tells about the expression it happened in (spec 07 §15). */
class EvaluationTest {

    public record Order(String id) {}

    private static TemplateRuntimeException failure(String source, Map<String, ?> model) {
        Template template = KidaEngine.builder().build().fromString(source, "page.html");
        TemplateRuntimeException straight =
                catchThrowableOfType(() -> template.render(model), TemplateRuntimeException.class);
        TemplateRuntimeException streamed = catchThrowableOfType(
                () -> template.renderStream(model).forEachRemaining(chunk -> {}), TemplateRuntimeException.class);
        assertThat(streamed.getExpression()).isEqualTo(straight.getExpression());
        assertThat(streamed.getValues()).isEqualTo(straight.getValues());
        return straight;
    }

    @Test
    void messageHasExpressionAndValues() {
        assertThat(failure("<p>{{ total / count }}</p>", Map.of("total", 5, "count", 0)))
                .hasMessage("""
                        Runtime Error: Division by zero
                          Location: page.html:1:12
                           |
                        >  1 | <p>{{ total / count }}</p>
                             |             ^
                           |

                          Expression: total / count
                          Values:
                            total = 5 (int)
                            count = 0 (int)

                        Suggestion: Guard the division with a condition on the divisor""");
    }

    @Test
    void valuesAreThoseOfThePlace() {
        String source = "{% for n in [2, 1, 0] %}{% set m = n * 2 %}{% for n in ['x'] %}{% end %}{{ 1 / (n + m) }}"
                + "{% end %}{% for n in [7] %}{% end %}";
        assertThat(failure(source, Map.of("n", 9)).getValues())
                .containsExactly(Map.entry("n", "0 (int)"), Map.entry("m", "0 (int)"));
        String component = "{% def f(a, b=2) %}{{ a // b }}{% end %}{{ f('x', b=[1]) }}";
        assertThat(failure(component, Map.of()).getValues())
                .containsExactly(Map.entry("a", "'x' (str)"), Map.entry("b", "[1] (list)"));
    }

    @Test
    void expressionsReadAsTheyWereWritten() {
        Map<String, Object> model = new HashMap<>(Map.of("xs", List.of(1), "o", new Order("A")));
        assertThat(failure("{{ (xs | first | string) ~ xs[3:].pop(0, k=1)[-1] }}", model)
                        .getExpression())
                .isEqualTo("xs[3:].pop(0, k=1)");
        assertThat(failure("{{ 1 if not (1 < o) else 2 }}", model).getExpression())
                .isEqualTo("1 < o");
        assertThat(failure("{% for x in o %}{% end %}", model).getExpression()).isEqualTo("o");
        assertThat(failure("{{ {'a': xs}['b'] }}", model).getExpression()).isEqualTo("{'a': xs}['b']");
        assertThat(failure("{{ xs | truncate(length='a', end=o.id) }}", model).getExpression())
                .isEqualTo("xs | truncate(length='a', end=o.id)");
    }

    /** An error may wait in a log or a session for long. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aFailureThatLeftItsRenderHoldsNothingOfTheModel() {
        Template template = KidaEngine.builder().build().fromString("{{ 1 / (zero + later) }}{{ order.id }}");
        for (Consumer<Map<String, ?>> render : List.<Consumer<Map<String, ?>>>of(
                model -> template.renderAsync(model).toCompletableFuture().join(),
                model -> template.renderStream(model).forEachRemaining(chunk -> {}),
                model -> Flux.from(template.renderStreamAsync(model)).blockLast())) {
            Map<String, Object> model =
                    new HashMap<>(Map.of("zero", 0, "later", Mono.just(0), "order", new Order("A")));
            WeakReference<Object> order = new WeakReference<>(model.get("order"));
            Throwable thrown = catchThrowable(() -> render.accept(model));
            Throwable failure = thrown instanceof CompletionException ? thrown.getCause() : thrown;
            model.clear();

            while (order.get() != null) {
                System.gc();
            }

            assertThat(failure)
                    .asInstanceOf(type(TemplateRuntimeException.class))
                    .extracting(TemplateRuntimeException::getValues, as(MAP))
                    .containsEntry("zero", "0 (int)");
        }
    }

    @Test
    void objectsAndSecretsStayOut() {
        Map<String, Object> model = new HashMap<>();
        model.put("order", new Order("hidden"));
        model.put("apiToken", "hidden");
        model.put("user", Map.of("password", "hidden", "name", "Ada"));
        model.put("note", Optional.of("n".repeat(200)));
        Map<String, String> values =
                failure("{{ [order, apiToken, user, note] * note }}", model).getValues();
        assertThat(values)
                .containsEntry("order", "<Order> (Order)")
                .containsEntry("apiToken", "*** (str)")
                .containsEntry("note", "'" + "n".repeat(78) + "… (str)");
        assertThat(values.get("user")).contains("'password': ***", "'name': 'Ada'");
        assertThat(values.toString()).doesNotContain("hidden");
    }

    @Test
    void diagnosticsHaveThemToo() {
        Diagnostic diagnostic = failure("{{ 1 / n }}", Map.of("n", 0)).toDiagnostic();
        assertThat(diagnostic.expression()).isEqualTo("1 / n");
        assertThat(diagnostic.values()).containsExactly(Map.entry("n", "0 (int)"));
        assertThat(diagnostic.formatCompact()).contains("  Expression: 1 / n\n  Values:\n    n = 0 (int)");
    }

    @Test
    void nothingIsComputedUnlessAskedFor() {
        Map<String, Object> model = new HashMap<>();
        model.put("xs", new java.util.AbstractList<Object>() {
            @Override
            public Object get(int index) {
                throw new IllegalStateException("asked");
            }

            @Override
            public int size() {
                return 1;
            }
        });
        Template template = KidaEngine.builder().build().fromString("{{ xs - 1 }}");
        TemplateRuntimeException failure =
                catchThrowableOfType(() -> template.render(model), TemplateRuntimeException.class);
        assertThat(failure.getSummary()).isNotEmpty();
        assertThat(failure.getValues()).containsEntry("xs", "… (list)");
    }
}
