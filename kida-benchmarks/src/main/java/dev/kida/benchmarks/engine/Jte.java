package dev.kida.benchmarks.engine;

import dev.kida.benchmarks.model.CatalogPage;
import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.StocksPage;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;

/** jte, compiled with the module: static text as strings for text, as bytes for bytes. */
final class Jte implements PageEngine {

    private static final int TEXT_CAPACITY = 16 * 1024;

    private final TemplateEngine text = precompiled("dev.kida.benchmarks.jte.text");
    private final TemplateEngine binary = precompiled("dev.kida.benchmarks.jte.binary");

    private static TemplateEngine precompiled(String packageName) {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, Jte.class.getClassLoader(), packageName);
        engine.prepareForRendering("stocks.jte");
        engine.prepareForRendering("catalog.jte");
        return engine;
    }

    @Override
    public String stocks(Model<StocksPage> model) {
        return text("stocks.jte", model.typed());
    }

    @Override
    public String layout(Model<CatalogPage> model) {
        return text("catalog.jte", model.typed());
    }

    @Override
    public byte[] stocksBytes(Model<StocksPage> model) {
        return bytes("stocks.jte", model.typed());
    }

    @Override
    public byte[] layoutBytes(Model<CatalogPage> model) {
        return bytes("catalog.jte", model.typed());
    }

    private String text(String name, Object page) {
        StringOutput output = new StringOutput(TEXT_CAPACITY);
        text.render(name, page, output);
        return output.toString();
    }

    private byte[] bytes(String name, Object page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        binary.render(name, page, output);
        return output.toByteArray();
    }
}
