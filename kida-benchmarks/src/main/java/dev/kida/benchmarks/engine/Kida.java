package dev.kida.benchmarks.engine;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.benchmarks.model.CatalogPage;
import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.StocksPage;
import dev.kida.load.ClasspathLoader;

/** Kida without reloading. */
final class Kida implements PageEngine {

    private final Template stocks;
    private final Template catalog;

    Kida() {
        KidaEngine engine = KidaEngine.builder()
                .loader(new ClasspathLoader("kida/"))
                .autoReload(false)
                .build();
        stocks = engine.getTemplate("stocks.html");
        catalog = engine.getTemplate("catalog.html");
    }

    @Override
    public String stocks(Model<StocksPage> model) {
        return stocks.render(model.map());
    }

    @Override
    public String layout(Model<CatalogPage> model) {
        return catalog.render(model.map());
    }

    @Override
    public byte[] stocksBytes(Model<StocksPage> model) {
        return stocks.renderBytes(model.map());
    }

    @Override
    public byte[] layoutBytes(Model<CatalogPage> model) {
        return catalog.renderBytes(model.map());
    }
}
