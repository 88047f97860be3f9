package dev.kida;

import dev.kida.render.ChunkIterator;
import dev.kida.render.RenderOptions;
import dev.kida.value.SafeHtml;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * A template together with the model it is to be rendered with (spec 06 §3). Nothing is rendered before it is asked for,
 * and every question renders anew. As a value in another template it is HTML that needs no escaping.
 *
 * <p>Safe for use by several threads, as far as the model is.
 */
public final class Rendered implements SafeHtml, Iterable<String> {

    private final Template template;
    private final Map<String, ?> model;
    private final RenderOptions options;

    Rendered(Template template, Map<String, ?> model, RenderOptions options) {
        this.template = template;
        this.model = model;
        this.options = options;
    }

    /** The page: {@link Template#render(Map, RenderOptions)}, with the same failures. */
    @Override
    public String toHtml() {
        return template.render(model, options);
    }

    /** The page, as {@link #toHtml()}. */
    @Override
    public String toString() {
        return toHtml();
    }

    /** The page piece by piece: {@link Template#renderStream(Map, RenderOptions)}. */
    @Override
    public ChunkIterator iterator() {
        return template.renderStream(model, options);
    }

    /** The page as a cold publisher: {@link Template#renderStreamAsync(Map, RenderOptions)}. */
    public Publisher<String> publisher() {
        return template.renderStreamAsync(model, options);
    }
}
