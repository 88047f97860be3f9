package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.load.MapLoader;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates that extend each other in a circle (spec 07 F 29). */
class ParentCircleTest {

    private static final Map<String, String> FILES = Map.of(
            "self", "{% block b %}{% end %}\n{% extends 'self' %}",
            "start", "{% extends 'a' %}",
            "a", "\n{% extends './b' %}",
            "b", "{% set x = 1 %}\n{% extends 'a' %}{% block b %}x{% end %}",
            "computed", "{% extends 'layout' %}{% let next = 'base' %}",
            "layout", "{% let turns = (turns ?? 0) + 1 %}{% extends 'layout' if turns < 3 else 'base' %}",
            "base", "{{ turns }}");

    private final KidaEngine engine =
            KidaEngine.builder().loader(new MapLoader(FILES)).build();

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            self  | self → self | self
            a     | a → b → a   | a
            b     | b → a → b   | b
            start | a → b → a   | a
            """)
    void isFoundAtOnce(String name, String circle, String where) {
        Template template = engine.getTemplate(name);

        refused(() -> template.render(Map.of()), circle, where);
        refused(() -> template.renderStream(Map.of()).forEachRemaining(chunk -> {}), circle, where);
        refused(() -> template.renderBlock("b", Map.of()), circle, where);
        refused(template::listBlocks, circle, where);
    }

    private static void refused(ThrowingCallable use, String circle, String where) {
        assertThatThrownBy(use)
                .hasMessageContaining("Templates extend each other in a circle: " + circle)
                .isInstanceOfSatisfying(TemplateRuntimeException.class, error -> {
                    assertThat(error.getCode()).isEqualTo(ErrorCode.K_RUN_006);
                    assertThat(error.getTemplateName()).isEqualTo(where);
                    assertThat(error.getLine()).isEqualTo(2);
                    assertThat(error.getColumn()).isZero();
                });
    }

    @Test
    void isNoneWhereANameIsComputed() {
        assertThat(engine.getTemplate("computed").render(Map.of())).isEqualTo("3");
    }
}
