package dev.kida.benchmarks.engine;

import dev.kida.benchmarks.model.CatalogPage;
import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.StocksPage;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Thymeleaf outside Spring (expressions in OGNL), with its caches on, which is the default. */
final class Thymeleaf implements PageEngine {

    private final TemplateEngine engine = new TemplateEngine();

    Thymeleaf() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Thymeleaf.class.getClassLoader());
        resolver.setPrefix("thymeleaf/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCacheable(true);
        engine.setTemplateResolver(resolver);
    }

    @Override
    public String stocks(Model<StocksPage> model) {
        return render("stocks", model.map());
    }

    @Override
    public String layout(Model<CatalogPage> model) {
        return render("catalog", model.map());
    }

    private String render(String name, Map<String, Object> model) {
        return engine.process(name, new Context(Locale.ROOT, model));
    }
}
