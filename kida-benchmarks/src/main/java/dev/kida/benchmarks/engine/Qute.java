package dev.kida.benchmarks.engine;

import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.Page;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Qute outside Quarkus: members by reflection, HTML escaping as Quarkus switches it on. */
final class Qute implements PageEngine {

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(Qute::locate)
            .build();

    private static Optional<TemplateLocator.TemplateLocation> locate(String name) {
        return Optional.of(new TemplateLocator.TemplateLocation() {
            @Override
            public Reader read() {
                return new InputStreamReader(
                        Objects.requireNonNull(Qute.class.getResourceAsStream("/qute/" + name), name),
                        StandardCharsets.UTF_8);
            }

            @Override
            public Optional<Variant> getVariant() {
                return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
            }
        });
    }

    @Override
    public Rendering open(Page page, Model<?> model) {
        Template template = engine.getTemplate(page.template() + ".html");
        return () -> template.data(model.map()).render();
    }
}
