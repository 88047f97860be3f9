package dev.kida.benchmarks.engine;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** JMustache; its templates are compiled once. Its blocks do not reach through several parents: partials instead. */
final class JMustache implements PageEngine {

    private final Mustache.Compiler compiler = Mustache.compiler().withLoader(JMustache::reader);

    private static Reader reader(String name) {
        InputStream source = JMustache.class.getResourceAsStream("/mustache/" + name + ".mustache");
        return new InputStreamReader(Objects.requireNonNull(source, name), StandardCharsets.UTF_8);
    }

    @Override
    public Rendering open(Page page, Model<?> model) {
        try (Reader source = reader(page == Page.DEEP ? "partials" : page.template())) {
            Template template = compiler.compile(source);
            return () -> template.execute(model.map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
