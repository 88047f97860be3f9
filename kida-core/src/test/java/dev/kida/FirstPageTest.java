package dev.kida;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.load.MapLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fresh JVM loads until its first page is there: nothing that the page has no use for. */
class FirstPageTest {

    /** A page with what most pages have. */
    public static final class Shop {

        public record Item(String name, int price) {}

        private Shop() {}

        public static void main(String[] arguments) {
            KidaEngine engine = KidaEngine.builder()
                    .loader(new MapLoader(Map.of(
                            "base.html", "<body>{% block content %}{% end %}</body>",
                            "item.html",
                                    "<li class=\"{{ 'dear' if item.price > 9 else 'cheap' }}\">{{ item.name }}</li>",
                            "shop.html",
                                    "{% extends 'base.html' %}{% block content %}<h1>{{ title | upper }}</h1>"
                                            + "{% for item in items %}{% include 'item.html' %}{% end %}{% end %}")))
                    .build();
            System.out.println(engine.render(
                    "shop.html", Map.of("title", "Shop", "items", List.of(new Item("Tea", 4), new Item("Pot", 12)))));
        }
    }

    @TempDir
    Path folder;

    @Test
    void loadsWhatItUses() throws Exception {
        List<String> loaded = loaded();

        assertThat(loaded).contains("dev.kida.builtin.TextFilters", "dev.kida.render.LoopState");
        assertThat(loaded)
                .as(
                        "neither loggers, nor random numbers, nor the fragments' cache, nor streams, nor functions that no template names")
                .noneMatch(name -> name.startsWith("java.util.logging.")
                        || name.equals("java.security.SecureRandom")
                        || name.startsWith("com.github.benmanes.")
                        || name.equals("dev.kida.builtin.DateFilters")
                        || name.equals("dev.kida.render.StreamSubscription"));
        assertThat(loaded.stream().filter(name -> name.startsWith("dev.kida.") && name.contains("$$Lambda")))
                .as("lambdas take longer to link than most of them to run")
                .hasSizeLessThan(40);
        assertThat(loaded.stream().filter(name -> name.startsWith("java.lang.invoke.LambdaForm$MH/")))
                .as("places are linked when they have been met often")
                .hasSizeLessThan(40);
    }

    private List<String> loaded() throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Path page = folder.resolve("page.html");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log + "::filecount=0",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Shop.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(page.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("the page is there")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(page).strip())
                .isEqualTo("<body><h1>SHOP</h1><li class=\"cheap\">Tea</li><li class=\"dear\">Pot</li></body>");
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(FirstPageTest::loadedClass)
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }

    /** The class of a line as {@code [0.1s][info][class,load] name source: …}. */
    private static String loadedClass(String line) {
        int source = line.indexOf(" source: ");
        return source < 0 ? "" : line.substring(line.lastIndexOf(' ', source - 1) + 1, source);
    }
}
