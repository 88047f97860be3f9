package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is meant for one visitor is not stored for all. */
class PersonalTextTest {

    private static final TemplateFunction MINE = TemplateFunction.of("mine", Signature.parse(""), (args, context) -> {
        ((RenderState) context).doNotCache();
        return "mine";
    });

    private final AtomicInteger count = new AtomicInteger();
    private final KidaEngine engine = KidaEngine.builder()
            .global(
                    "next",
                    TemplateFunction.of("next", Signature.parse(""), (args, context) -> count.incrementAndGet()))
            .global("mine", MINE)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"csrf_token()", "csp_nonce()", "'<script></script>' | csp_nonce", "mine()"})
    void isNotStored(String personal) {
        String source = "{% cache 'k' %}{{ next() }}{{ " + personal + " }}{% end %}";

        assertThat(render(source)).startsWith("1");
        assertThat(render(source)).startsWith("2");
    }

    @Test
    void isNotStoredByASectionAroundIt() {
        String source = "{% cache 'out' %}{{ next() }}{% cache 'in' %}{{ mine() }}{% end %}{% end %}";

        assertThat(render(source)).isEqualTo("1mine");
        assertThat(render(source)).isEqualTo("2mine");
    }

    @Test
    void doesNotKeepOtherSectionsFromBeingStored() {
        String source = "{{ mine() }}{% cache 'in' %}{{ next() }}{% end %}{{ mine() }}";

        assertThat(render(source)).isEqualTo("mine1mine");
        assertThat(render(source)).isEqualTo("mine1mine");
    }

    private String render(String source) {
        RenderOptions options =
                RenderOptions.defaults().withMetadata("csrf_token", "t").withMetadata("csp_nonce", "n");
        return engine.fromString(source).render(Map.of(), options);
    }
}
