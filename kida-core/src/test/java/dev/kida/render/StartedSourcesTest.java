package dev.kida.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.KidaEngine;
import dev.kida.load.MapLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which sources of the model a render subscribes to, and what parts that run twice get of them. */
class StartedSourcesTest {

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "f", "i", "l", "p");

    private final TreeSet<String> started = new TreeSet<>();
    private final KidaEngine engine = KidaEngine.builder()
            .autoAwait(true)
            .loader(new MapLoader(Map.of(
                    "page",
                    "{% let lets = l %}{{ p }}{% block one %}{{ a }}{% end %}{% block two %}{{ b }}"
                            + "{% block inner %}{{ i }}{% end %}{% end %}{% fragment alone %}{{ f }}{% end %}"
                            + "{% if false %}{{ d }}{% end %}",
                    "child",
                    "{% extends 'page' %}{% block two %}{{ c }}{% end %}")))
            .build();

    private Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        for (String name : NAMES) {
            model.put(name, Mono.fromSupplier(() -> {
                started.add(name);
                return name;
            }));
        }
        return model;
    }

    private static String text(Publisher<String> chunks) {
        return String.join("", Flux.from(chunks).collectList().block());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {"page => pabi => a,b,i,l,p", "child => pac => a,c,l,p"})
    void aPageStartsWhatItsPartsCanUse(String template, String expected, String names) {
        assertThat(text(engine.getTemplate(template).renderStreamAsync(model())))
                .isEqualTo(expected);
        assertThat(started).containsExactly(names.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "page => one => a => a,l",
                "page => two => bi => b,i,l",
                "page => alone => f => f,l",
                "child => two => c => c,l",
            })
    void aBlockStartsWhatItCanUse(String template, String block, String expected, String names) {
        assertThat(text(engine.getTemplate(template).renderBlockStreamAsync(block, model())))
                .isEqualTo(expected);
        assertThat(started).containsExactly(names.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {"a,a => [123][123]", "outer,inner => <(123)>(123)", "a,b => [123]|123|"})
    void blocksThatReadTheSameSourceAllGetIt(String blocks, String expected) {
        String loop = "{% for i in x %}{{ i }}{% end %}";
        String page = "{% block a %}[" + loop + "]{% end %}{% block b %}|" + loop + "|{% end %}"
                + "{% block outer %}<{% block inner %}({% for i in x %}{{ i }}{% end %}){% end %}>{% end %}";
        String only = blocks.startsWith("outer") ? page.substring(page.indexOf("{% block outer")) : page;
        KidaEngine plain = KidaEngine.builder().autoAwait(true).build();

        assertThat(plain.fromString(blocks.equals("a,a") ? page.substring(0, page.indexOf("{% block b")) : only)
                        .renderBlocks(
                                List.of(blocks.split(",")), Map.of("x", Flux.just(1, 2, 3)), RenderOptions.defaults()))
                .isEqualTo(expected);
    }

    @Test
    void theBlockThatEndsAFailedPageIsStartedWithIt() {
        Map<String, Object> model = model();
        RenderOptions options = RenderOptions.defaults().withOnStreamError("alone");

        assertThat(text(engine.getTemplate("page").renderStreamAsync(model, options)))
                .isEqualTo("pabi");
        assertThat(started).contains("f");
    }
}
