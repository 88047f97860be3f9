package dev.kida.benchmarks.engine;

import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.Page;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Pebble with its caches on, which is the default. */
final class Pebble implements PageEngine {

    private final PebbleEngine engine;

    Pebble() {
        ClasspathLoader loader = new ClasspathLoader(Pebble.class.getClassLoader());
        loader.setPrefix("pebble");
        loader.setSuffix(".html");
        engine = new PebbleEngine.Builder().loader(loader).cacheActive(true).build();
    }

    @Override
    public Rendering open(Page page, Model<?> model) {
        PebbleTemplate template = engine.getTemplate(page.template());
        return () -> render(template, model);
    }

    private static String render(PebbleTemplate template, Model<?> model) {
        try {
            StringWriter out = new StringWriter();
            template.evaluate(out, model.map());
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
