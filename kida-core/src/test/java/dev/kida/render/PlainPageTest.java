package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.load.MapLoader;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of text, values and loops, whose code makes its run itself. */
class PlainPageTest {

    private final List<RenderState> kept = new ArrayList<>();
    private final KidaEngine engine = KidaEngine.builder()
            .loader(new MapLoader(Map.of(
                    "row.html", "<{{ x }}>",
                    "rows.html", "{% for x in rows %}{% include 'row.html' %}{% end %}")))
            .global("keep", TemplateFunction.of("keep", Signature.parse(""), (arguments, context) -> {
                kept.add((RenderState) context);
                return "";
            }))
            .build();

    @Test
    void isAPageAndAPartOfOthers() {
        Map<String, Object> model = Map.of("x", "&", "rows", List.of(1, 2));

        assertThat(engine.render("row.html", model)).isEqualTo("<&amp;>");
        assertThat(engine.render("rows.html", model)).isEqualTo("<1><2>");
        assertThat(engine.getTemplate("row.html").renderBytes(model)).asString().isEqualTo("<&amp;>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ keep() }}",
                "{{ keep() }}{{ 1 / zero }}",
                "{{ keep() }}{% for i in [zero, 1 / zero] %}{% end %}"
            })
    void isOverInEveryForm(String source) throws IOException {
        Template page = engine.fromString(source);
        Map<String, Object> model = Map.of("zero", 0);

        ended(() -> page.render(model));
        ended(() -> page.renderBytes(model));
        ended(() -> page.renderTo(model, new ByteArrayOutputStream()));
        ended(() -> page.renderTo(model, new StringBuilder()));

        assertThat(kept).hasSize(4).allSatisfy(state -> assertThatThrownBy(() -> state.meta("x"))
                .isInstanceOf(TemplateRuntimeException.class)
                .hasMessageContaining("outside of a render"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{% for i in rows %}{{ i }}{% end %}", "{% for i in rows %}{{ 1 / i }}{% end %}"})
    void closesWhatItReads(String source) throws IOException {
        Template page = engine.fromString(source);
        AtomicInteger closed = new AtomicInteger();

        ended(() -> page.render(rows(closed)));
        ended(() -> page.renderBytes(rows(closed)));
        ended(() -> page.renderTo(rows(closed), new ByteArrayOutputStream()));

        assertThat(closed).hasValue(3);
    }

    @Test
    void endsWhereItsSinkFails() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> engine.fromString("{{ keep() }}x").renderTo(Map.of(), broken))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
        assertThatThrownBy(() -> kept.get(0).meta("x")).hasMessageContaining("outside of a render");
    }

    @Test
    void tellsWhereItFails() {
        assertThatThrownBy(
                        () -> engine.fromString("a\n{{ 1 / x }}", "page.html").renderBytes(Map.of("x", 0)))
                .isInstanceOfSatisfying(TemplateException.class, failure -> {
                    assertThat(failure.getLine()).isEqualTo(2);
                    assertThat(failure.getStackTrace())
                            .anySatisfy(frame -> assertThat(frame.getFileName() + ":" + frame.getLineNumber())
                                    .isEqualTo("page.html:2"));
                });
    }

    private static Map<String, Object> rows(AtomicInteger closed) {
        return Map.of("rows", Stream.of(2, 0, 1).onClose(closed::incrementAndGet));
    }

    private static void ended(IoRun render) throws IOException {
        try {
            render.run();
        } catch (TemplateException expected) {
            assertThat(expected).hasMessageContaining("zero");
        }
    }

    private interface IoRun {
        void run() throws IOException;
    }
}
