package dev.kida.benchmarks.engine;

import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.Page;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** FreeMarker as of its newest behaviour, with HTML auto-escaping, not looking for changed templates. */
final class FreeMarker implements PageEngine {

    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);

    FreeMarker() {
        configuration.setClassLoaderForTemplateLoading(FreeMarker.class.getClassLoader(), "freemarker");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocalizedLookup(false);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setNumberFormat("c");
    }

    @Override
    public Rendering open(Page page, Model<?> model) {
        try {
            Template template = configuration.getTemplate(page.template() + ".ftlh");
            return () -> render(template, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String render(Template template, Model<?> model) {
        try {
            StringWriter out = new StringWriter();
            template.process(model.map(), out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        }
    }
}
