package dev.kida.benchmarks.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/** The page in jte: compiled with the module, static text as bytes, one buffer. */
final class JtePage {

    private static final String TEMPLATE = "http/rows.jte";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, JtePage.class.getClassLoader(), "dev.kida.benchmarks.jte.binary");

    JtePage() {
        engine.prepareForRendering(TEMPLATE);
    }

    Utf8ByteOutput render(Map<String, Object> model) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(TEMPLATE, model, output);
        return output;
    }
}
