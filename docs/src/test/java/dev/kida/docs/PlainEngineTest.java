package dev.kida.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.load.ClasspathLoader;
import dev.kida.render.RenderOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The Java of getting-started.md and streaming.md that needs no Spring. */
class PlainEngineTest {

    private final KidaEngine engine =
            KidaEngine.builder().loader(new ClasspathLoader("dev/kida/docs")).build();

    @Test
    void rendersATemplateOfTheClassPath() {
        KidaEngine engine = KidaEngine.builder()
                .loader(new ClasspathLoader("dev/kida/docs"))
                .build();

        String html = engine.getTemplate("hello.html").render(Map.of("name", "<Ada>"));

        assertThat(html).isEqualToIgnoringNewLines("Hello, &lt;Ada&gt;!");
    }

    @Test
    void rendersATemplateFromText() {
        Template template = engine.fromString("{% for item in items %}{{ item }}, {% end %}done");

        assertThat(template.render(Map.of("items", List.of("a", "b")))).isEqualTo("a, b, done");
    }

    @Test
    void rendersAStream() {
        Flux<String> orders = Flux.just("ink", "paper");

        Template template = engine.getTemplate("orders.html");
        Publisher<String> page = template.renderStreamAsync(Map.of("orders", orders));

        assertThat(Flux.from(page).collectList().block(Duration.ofSeconds(10)))
                .isNotNull()
                .satisfies(pieces -> assertThat(String.join("", pieces)).contains("<li>ink</li>", "<li>paper</li>"));
    }

    @Test
    void writesAStreamFromAPlainThread() throws Exception {
        Flux<String> orders = Flux.just("ink", "paper").delayElements(Duration.ofMillis(5));
        Template template = engine.getTemplate("orders.html");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        RenderOptions patient = RenderOptions.defaults().withBlockOnAsync(Duration.ofSeconds(10));
        template.renderTo(Map.of("orders", orders), out, patient);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("<li>ink</li>", "<li>paper</li>");
    }
}
