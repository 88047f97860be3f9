package dev.kida.benchmarks.engine;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.Page;
import dev.kida.load.ClasspathLoader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Kida without reloading. */
final class Kida implements PageEngine {

    private final KidaEngine engine = KidaEngine.builder()
            .loader(new ClasspathLoader("kida/"))
            .autoReload(false)
            .build();

    private record Ready(Template template, Map<String, Object> model) implements Rendering {

        @Override
        public String text() {
            return template.render(model);
        }

        @Override
        public byte[] bytes() {
            return template.renderBytes(model);
        }

        @Override
        public void to(OutputStream sink) throws IOException {
            template.renderTo(model, sink);
        }
    }

    @Override
    public Rendering open(Page page, Model<?> model) {
        return new Ready(engine.getTemplate(page.template() + ".html"), model.map());
    }
}
