package dev.kida.benchmarks.engine;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.cache.HighConcurrencyTemplateCache;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.context.MethodValueResolver;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.Page;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Handlebars.java with a cache of templates. Accessors of records are methods to it. */
final class HandlebarsJava implements PageEngine {

    private final Handlebars engine =
            new Handlebars(new ClassPathTemplateLoader("/handlebars", ".hbs")).with(new HighConcurrencyTemplateCache());

    @Override
    public Rendering open(Page page, Model<?> model) {
        try {
            Template template = engine.compile(page.template());
            return () -> render(template, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String render(Template template, Model<?> model) {
        try {
            return template.apply(Context.newBuilder(model.map())
                    .resolver(MapValueResolver.INSTANCE, MethodValueResolver.INSTANCE)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
