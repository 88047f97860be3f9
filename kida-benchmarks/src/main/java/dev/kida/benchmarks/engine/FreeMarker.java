package dev.kida.benchmarks.engine;

import dev.kida.benchmarks.model.CatalogPage;
import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.StocksPage;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** FreeMarker as of its newest behaviour, with HTML auto-escaping, not looking for changed templates. */
final class FreeMarker implements PageEngine {

    private final Template stocks;
    private final Template catalog;

    FreeMarker() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);
        configuration.setClassLoaderForTemplateLoading(FreeMarker.class.getClassLoader(), "freemarker");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocalizedLookup(false);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setNumberFormat("c");
        try {
            stocks = configuration.getTemplate("stocks.ftlh");
            catalog = configuration.getTemplate("catalog.ftlh");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String stocks(Model<StocksPage> model) {
        return render(stocks, model.map());
    }

    @Override
    public String layout(Model<CatalogPage> model) {
        return render(catalog, model.map());
    }

    private static String render(Template template, Map<String, Object> model) {
        try {
            StringWriter out = new StringWriter();
            template.process(model, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        }
    }
}
