package dev.kida.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.KidaEngineBuilder;
import dev.kida.spring.boot.autoconfigure.KidaEngineCustomizer;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

/** The customizer of spring.md. */
class CustomizerTest {

    @Bean
    KidaEngineCustomizer shopFilters() {
        TemplateFunction.Body shout =
                (arguments, context) -> Text.of(arguments[0]).toUpperCase(Locale.ROOT) + "!";
        return builder -> builder.global("shop", "Paper Crane")
                .filter("shout", TemplateFunction.of("shout", Signature.parse("value"), shout));
    }

    @Test
    void addsAGlobalAndAFilter() {
        KidaEngineBuilder builder = KidaEngine.builder();
        shopFilters().customize(builder);

        assertThat(builder.build().fromString("{{ shop | shout }}").render(Map.of()))
                .isEqualTo("PAPER CRANE!");
    }
}
