package dev.kida.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.benchmarks.engine.Engines;
import dev.kida.benchmarks.engine.PageEngine;
import dev.kida.benchmarks.model.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A comparison of speed says something only when the engines do the same work. */
class SamePagesTest {

    static Stream<Arguments> all() {
        return Arrays.stream(Engines.values())
                .flatMap(engine -> Arrays.stream(Page.values()).map(page -> Arguments.of(engine, page)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void rendersThePage(Engines engine, Page page) throws IOException {
        PageEngine.Rendering rendering = engine.create().open(page, page.model());
        PageEngine.Rendering yardstick = Engines.HAND.create().open(page, page.model());

        String text = rendering.text();
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        rendering.to(sink);

        assertThat(visible(text)).isEqualTo(visible(yardstick.text()));
        assertThat(rendering.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(sink.toByteArray()).isEqualTo(rendering.bytes());
    }

    /** White space is the one thing in which the engines may differ. One element per line reads well in a failure. */
    private static String visible(String page) {
        return page.replaceAll("\\s+", "").replace("<", "\n<");
    }
}
