package dev.kida.benchmarks.engine;

import dev.kida.benchmarks.model.CatalogPage;
import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.StocksPage;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Pebble with its caches on, which is the default. */
final class Pebble implements PageEngine {

    private final PebbleTemplate stocks;
    private final PebbleTemplate catalog;

    Pebble() {
        ClasspathLoader loader = new ClasspathLoader(Pebble.class.getClassLoader());
        loader.setPrefix("pebble");
        loader.setSuffix(".html");
        PebbleEngine engine =
                new PebbleEngine.Builder().loader(loader).cacheActive(true).build();
        stocks = engine.getTemplate("stocks");
        catalog = engine.getTemplate("catalog");
    }

    @Override
    public String stocks(Model<StocksPage> model) {
        return render(stocks, model.map());
    }

    @Override
    public String layout(Model<CatalogPage> model) {
        return render(catalog, model.map());
    }

    private static String render(PebbleTemplate template, Map<String, Object> model) {
        try {
            StringWriter out = new StringWriter();
            template.evaluate(out, model);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
