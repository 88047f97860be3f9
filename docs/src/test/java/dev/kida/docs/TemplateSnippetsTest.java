package dev.kida.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.TemplateException;
import dev.kida.load.MapLoader;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every template in the documentation compiles, and does what the page says it does. */
class TemplateSnippetsTest {

    @TestFactory
    Stream<DynamicTest> templates() throws IOException {
        return Page.all().stream()
                .flatMap(page -> Example.of(page).stream())
                .map(example -> DynamicTest.dynamicTest(
                        example.page().name() + ":" + example.template().line(), () -> check(example)));
    }

    private static void check(Example example) {
        // Like the starter: a model attribute that is a Mono or a Flux needs no await.
        KidaEngine engine = KidaEngine.builder()
                .loader(new MapLoader(example.templates()))
                .autoAwait(true)
                .build();
        if (example.error() != null) {
            Throwable error = catchThrowable(() -> render(engine.getTemplate(example.name()), example));
            assertThat(error).isInstanceOf(TemplateException.class);
            assertThat(visible(error.getMessage())).isEqualTo(visible(example.error()));
        } else if (example.html() != null) {
            assertThat(visible(render(engine.getTemplate(example.name()), example)))
                    .isEqualTo(visible(example.html()));
        } else {
            assertThat(engine.getTemplate(example.name()).warnings()).isEmpty();
        }
    }

    private static String render(Template template, Example example) {
        try {
            return template.renderAsync(example.model())
                    .toCompletableFuture()
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Lines that only tags stood on leave blank lines behind; the pages do not show them. */
    private static String visible(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
