package dev.kida.docs.webmvc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.docs.Page;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;

/** The page's template with the page's own classes, and not only with a model that looks like theirs. */
class BoardTest {

    private final Page page = Page.read(Path.of("getting-started-webmvc.md"));

    @Test
    void theControllerAndTheTemplateMakeThePage() {
        ExtendedModelMap model = new ExtendedModelMap();

        String view = new BoardController(new Station()).board(model);

        assertThat(view + ".html").isEqualTo("board.html");
        assertThat(render(page.text("kida"), model)).isEqualToNormalizingWhitespace(page.text("html"));
    }

    private static String render(String template, ExtendedModelMap model) {
        KidaEngine engine = KidaEngine.builder().autoAwait(true).build();
        return engine.fromString(template)
                .renderAsync(model)
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}
