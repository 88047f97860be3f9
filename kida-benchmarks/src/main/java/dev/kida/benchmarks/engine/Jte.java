package dev.kida.benchmarks.engine;

import dev.kida.benchmarks.model.Model;
import dev.kida.benchmarks.model.Page;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;

/** jte, compiled with the module: static text as strings for text, as bytes for bytes. */
final class Jte implements PageEngine {

    private static final int TEXT_CAPACITY = 16 * 1024;

    private final TemplateEngine text = precompiled("dev.kida.benchmarks.jte.text");
    private final TemplateEngine binary = precompiled("dev.kida.benchmarks.jte.binary");

    private static TemplateEngine precompiled(String packageName) {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, Jte.class.getClassLoader(), packageName);
    }

    private record Ready(TemplateEngine engine, TemplateEngine encoding, String name, Object page)
            implements Rendering {

        @Override
        public String text() {
            StringOutput output = new StringOutput(TEXT_CAPACITY);
            engine.render(name, page, output);
            return output.toString();
        }

        @Override
        public byte[] bytes() {
            return encoded().toByteArray();
        }

        @Override
        public void to(OutputStream sink) throws IOException {
            encoded().writeTo(sink::write);
        }

        private Utf8ByteOutput encoded() {
            Utf8ByteOutput output = new Utf8ByteOutput();
            encoding.render(name, page, output);
            return output;
        }
    }

    @Override
    public Rendering open(Page page, Model<?> model) {
        String name = page.template() + ".jte";
        text.prepareForRendering(name);
        binary.prepareForRendering(name);
        return new Ready(text, binary, name, model.typed());
    }
}
