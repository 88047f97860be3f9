package dev.kida;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.error.UndefinedException;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an engine offers besides its templates (spec 07 §1, §2). */
class KidaEngineTest {

    private static final TemplateFunction SHOUT =
            TemplateFunction.of("shout", Signature.parse("value"), (arguments, context) -> arguments[0] + "!");

    @Test
    void registersFiltersAndTestsAllAtOnce() {
        KidaEngine engine = KidaEngine.builder().build();
        Map<String, ?> before = engine.filters();

        engine.addFilters(Map.of("shout", SHOUT, "cry", SHOUT));
        engine.addTests(Map.of("loud", SHOUT));

        assertThat(engine.renderString("{{ 'a' | shout | cry }}{{ 1 is loud }}", Map.of()))
                .isEqualTo("a!!true");
        assertThat(engine.filters()).containsKeys("shout", "upper");
        assertThat(engine.tests()).containsKeys("loud", "odd");
        assertThat(before).doesNotContainKey("shout");
    }

    @Test
    void doesWithoutFunctionsForRequestsWhenTold() {
        KidaEngineBuilder builder = KidaEngine.builder().enableHtmxHelpers(false);

        assertThatThrownBy(() -> builder.build().renderString("{{ hx_request() }}", Map.of()))
                .isInstanceOf(UndefinedException.class);
        assertThat(builder.global("csp_nonce", "mine").build().renderString("{{ csp_nonce }}", Map.of()))
                .isEqualTo("mine");
    }

    @Test
    void refusesTemplatesThatAreTooLong() {
        KidaEngine engine = KidaEngine.builder().maxTemplateSize(10).build();

        assertThat(engine.renderString("0123456789", Map.of())).hasSize(10);
        assertThatThrownBy(() -> engine.fromString("0123456789\n", "long.html"))
                .isInstanceOfSatisfying(TemplateSyntaxException.class, error -> {
                    assertThat(error.getCode()).isEqualTo(ErrorCode.K_LEX_004);
                    assertThat(error.getTemplateName()).isEqualTo("long.html");
                    assertThat(error.getLine()).isPositive();
                });
    }

    @Test
    void tellsWhichTemplatesEscape() {
        KidaEngine engine = KidaEngine.builder().build();

        assertThat(engine.escapes("a.html")).isTrue();
        assertThat(engine.escapes(null)).isTrue();
        assertThat(engine.escapes("a.md.kida")).isFalse();
    }

    @Test
    void forgetsFragmentsAlone() {
        KidaEngine engine = KidaEngine.builder().build();
        Template page = engine.fromString("{% cache 'k' %}{{ x }}{% end %}");

        assertThat(page.render(Map.of("x", 1)) + page.render(Map.of("x", 2))).isEqualTo("11");
        engine.clearTemplateCache();
        assertThat(page.render(Map.of("x", 3))).isEqualTo("1");
        engine.clearFragmentCache();
        assertThat(page.render(Map.of("x", 4))).isEqualTo("4");
    }
}
