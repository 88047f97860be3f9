package dev.kida.benchmarks;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.benchmarks.model.Page;
import dev.kida.load.ClasspathLoader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a compiled template retains: the difference of the heap and of the class memory with and without many copies of it,
 * each rendered, with garbage collected before and after.
 */
final class Footprint {

    private static final int COPIES = 200;
    private static final int WARM = 20;

    private record Used(double heap, double classes) {

        static Used now() {
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            return new Used(used(MemoryType.HEAP), used(MemoryType.NON_HEAP));
        }

        private static double used(MemoryType type) {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == type && !pool.getName().contains("Code"))
                    .map(MemoryPoolMXBean::getUsage)
                    .mapToLong(usage -> usage.getUsed())
                    .sum();
        }
    }

    private Footprint() {}

    static void print() {
        System.out.println();
        for (Page page : List.of(Page.TINY, Page.STOCKS, Page.MEDIUM)) {
            print(page);
        }
    }

    private static void print(Page page) {
        KidaEngine engine = KidaEngine.builder()
                .loader(new ClasspathLoader("kida/"))
                .autoReload(false)
                .build();
        String name = page.template() + ".html";
        String source = engine.loader().load(name).text();
        copies(engine, source, page, WARM);
        Used before = Used.now();
        List<Template> kept = copies(engine, source, page, COPIES);
        Used after = Used.now();
        Reference.reachabilityFence(kept);
        System.out.printf(
                Locale.ROOT,
                "%s (%,d characters, without what it extends and includes) retains %.1f kB of heap, %.1f kB of class memory%n",
                name,
                source.length(),
                (after.heap() - before.heap()) / COPIES / 1024,
                (after.classes() - before.classes()) / COPIES / 1024);
    }

    private static List<Template> copies(KidaEngine engine, String source, Page page, int count) {
        List<Template> copies = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Template copy = engine.fromString(source, page.template() + i + ".html");
            copy.render(page.model().map());
            copies.add(copy);
        }
        return copies;
    }
}
