package dev.kida.benchmarks.engine;

import com.fizzed.rocker.RockerModel;
import com.fizzed.rocker.runtime.ArrayOfByteArraysOutput;
import dev.kida.benchmarks.model.CatalogPage;
import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.StocksPage;
import dev.kida.benchmarks.rocker.Catalog;
import dev.kida.benchmarks.rocker.Stocks;

/** Rocker, compiled with the module and optimized (no hot reloading), into the output that it uses by default. */
final class Rocker implements PageEngine {

    @Override
    public String stocks(Model<StocksPage> model) {
        return text(Stocks.template(model.typed()));
    }

    @Override
    public String layout(Model<CatalogPage> model) {
        return text(Catalog.template(model.typed()));
    }

    @Override
    public byte[] stocksBytes(Model<StocksPage> model) {
        return bytes(Stocks.template(model.typed()));
    }

    @Override
    public byte[] layoutBytes(Model<CatalogPage> model) {
        return bytes(Catalog.template(model.typed()));
    }

    private static String text(RockerModel template) {
        return template.render(ArrayOfByteArraysOutput.FACTORY).toString();
    }

    private static byte[] bytes(RockerModel template) {
        return template.render(ArrayOfByteArraysOutput.FACTORY).toByteArray();
    }
}
