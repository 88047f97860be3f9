package dev.kida.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.TemplateRuntimeException;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SeveralBlocksTest {

    private final KidaEngine engine = KidaEngine.builder().autoAwait(true).build();
    private final Template template =
            engine.fromString("<{% block a %}a{{ x }}{% end %}|{% block b %}b{{ x }}{% end %}>{% block c %}c{% end %}");

    @Test
    void comeInTheOrderTheyAreAskedFor() {
        assertThat(template.renderBlocks(List.of("b", "a"), Map.of("x", 1), RenderOptions.defaults()))
                .isEqualTo("b1a1");
    }

    @Test
    void shareTheirSources() {
        AtomicInteger asked = new AtomicInteger();
        Mono<Integer> x = Mono.fromSupplier(asked::incrementAndGet);

        String text = Flux.from(
                        template.renderBlocksChunks(List.of("a", "b"), Map.of("x", x), RenderOptions.defaults()))
                .map(chunk -> new String(chunk.bytes(), UTF_8))
                .reduce("", String::concat)
                .block();

        assertThat(text).isEqualTo("a1b1");
        assertThat(asked).hasValue(1);
    }

    @Test
    void areWritten() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        template.renderBlocksTo(List.of("c", "c"), Map.of(), out, RenderOptions.defaults());

        assertThat(out.toString(UTF_8)).isEqualTo("cc");
    }

    @Test
    void mustBeThere() {
        assertThatThrownBy(() -> template.renderBlocks(List.of("a", "d"), Map.of("x", 1), RenderOptions.defaults()))
                .isInstanceOf(TemplateRuntimeException.class)
                .hasMessageContaining("Block 'd' not found")
                .hasMessageContaining("a, b, c");
        assertThatThrownBy(() -> template.renderBlock("other", Map.of()))
                .isInstanceOfSatisfying(TemplateRuntimeException.class, error -> assertThat(error.getSuggestion())
                        .isEqualTo("Name one of its blocks: a, b, c"));
        assertThatThrownBy(() -> template.renderBlocks(List.of(), Map.of(), RenderOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readyBlocksOfTheOptionsAreKept() {
        String page = "{% block a %}A{% end %}{% block b %}B{% end %}{% block c %}C{% end %}";
        RenderOptions options = RenderOptions.defaults().withCachedBlocks(Map.of("b", "2", "c", "3"));

        assertThat(KidaEngine.builder()
                        .build()
                        .fromString(page)
                        .renderWithBlocks(Map.of("a", "1", "c", "<3>"), Map.of(), options))
                .isEqualTo("12<3>");
    }

    @Test
    void aReadyBlockWithoutHtmlIsNamed() {
        Map<String, Object> blocks = new HashMap<>();
        blocks.put("b", null);

        assertThatThrownBy(() -> RenderOptions.defaults().withCachedBlocks(blocks))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cached block 'b'");
    }
}
