package dev.kida.benchmarks;

import dev.kida.KidaEngine;
import dev.kida.benchmarks.engine.Engines;
import dev.kida.benchmarks.engine.PageEngine;
import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.Page;
import dev.kida.load.ClasspathLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How long the first page takes in a fresh JVM, from the construction of the engine on, and how long Kida takes to
 * compile the page once the JVM is warm, and what a compiled template keeps of memory.
 *
 * <p>Without arguments it starts a JVM for every engine, {@value #ROUNDS} times in turn, and prints a table.
 */
public final class ColdStart {

    private static final int ROUNDS = 5;
    private static final int WARM = 300;

    private ColdStart() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            table();
        } else {
            System.out.println(first(Engines.valueOf(arguments[0])));
        }
    }

    /** Nanoseconds from the engine's construction to the end of its first page. The model is there before. */
    private static long first(Engines engine) {
        Model<?> model = Page.MEDIUM.model();
        long start = System.nanoTime();
        PageEngine.Rendering rendering = engine.create().open(Page.MEDIUM, model);
        String page = rendering.text();
        long end = System.nanoTime();
        if (page.isEmpty()) {
            throw new IllegalStateException("no page");
        }
        return end - start;
    }

    private static void table() throws IOException {
        List<List<Double>> all = new ArrayList<>();
        for (int i = 0; i < Engines.values().length; i++) {
            all.add(new ArrayList<>());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Engines engine : Engines.values()) {
                all.get(engine.ordinal()).add(fresh(engine) / 1e6);
            }
        }
        System.out.println("| engine | first page (medium), ms, median | least–most |\n| --- | --- | --- |");
        for (Engines engine : Engines.values()) {
            List<Double> times = all.get(engine.ordinal());
            Collections.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f–%.0f |%n",
                    engine,
                    times.get(ROUNDS / 2),
                    times.get(0),
                    times.get(ROUNDS - 1));
        }
        System.out.printf(Locale.ROOT, "%nKida compiles the medium page, warm, in %.2f ms (median)%n", compile());
        Footprint.print();
    }

    private static long fresh(Engines engine) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdStart.class.getName(),
                        engine.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Long.parseLong(answer.strip());
    }

    /** Compiles the page and what it includes and extends, with a cache that is emptied each time; milliseconds. */
    private static double compile() {
        KidaEngine engine = KidaEngine.builder()
                .loader(new ClasspathLoader("kida/"))
                .autoReload(false)
                .build();
        Model<?> model = Page.MEDIUM.model();
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < WARM; i++) {
            engine.clearCache();
            long start = System.nanoTime();
            engine.render("medium.html", model.map());
            times.add((System.nanoTime() - start) / 1e6);
        }
        List<Double> last = new ArrayList<>(times.subList(WARM - WARM / 10, WARM));
        Collections.sort(last);
        return last.get(last.size() / 2);
    }
}
