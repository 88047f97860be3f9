package dev.kida.spring;

import dev.kida.Template;
import dev.kida.TemplateReads;
import dev.kida.render.Chunk;
import dev.kida.render.RenderOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * What a view name stands for: a page, or blocks of it. Immutable and thread-safe.
 *
 * @param view the name of the view, for messages
 * @param template the template
 * @param blocks the blocks to render, empty for the whole page
 * @param reads what the template can read by name
 */
public record PageTemplate(String view, Template template, List<String> blocks, TemplateReads reads) {

    /** The render attribute under which customizers find the page that is about to be rendered. */
    public static final Object KEY = Key.PAGE;

    /** The page that options were made for, or null when the render is not one of a view. */
    public static @Nullable PageTemplate of(RenderOptions options) {
        return options.attributes().get(KEY) instanceof PageTemplate page ? page : null;
    }

    /** Whether the page may read one of these names; true where that cannot be known. */
    public static boolean mayRead(RenderOptions options, String... names) {
        PageTemplate page = of(options);
        if (page == null) {
            return true;
        }
        for (String name : names) {
            if (page.reads.mayRead(name)) {
                return true;
            }
        }
        return false;
    }

    /** The same template, with other blocks to render. */
    public PageTemplate withBlocks(List<String> others) {
        return new PageTemplate(view + "#" + String.join(",", others), template, List.copyOf(others), reads);
    }

    /** Options that let customizers find this page. */
    public RenderOptions options() {
        return RenderOptions.defaults().withAttribute(KEY, this);
    }

    /** Renders without blocking; see {@link Template#renderChunks}. */
    public Publisher<Chunk> chunks(Map<String, @Nullable Object> model, RenderOptions options) {
        return blocks.isEmpty()
                ? template.renderChunks(model, options)
                : template.renderBlocksChunks(blocks, model, options);
    }

    /** Renders on this thread; see {@link Template#renderTo}. */
    public void writeTo(Map<String, @Nullable Object> model, OutputStream out, RenderOptions options)
            throws IOException {
        if (blocks.isEmpty()) {
            template.renderTo(model, out, options);
        } else {
            template.renderBlocksTo(blocks, model, out, options);
        }
    }

    private enum Key {
        PAGE
    }
}
