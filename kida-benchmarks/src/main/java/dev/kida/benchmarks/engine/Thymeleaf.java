package dev.kida.benchmarks.engine;

import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.Page;
import java.util.Locale;
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
    public Rendering open(Page page, Model<?> model) {
        return () -> engine.process(page.template(), new Context(Locale.ROOT, model.map()));
    }
}
