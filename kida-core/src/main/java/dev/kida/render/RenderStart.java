package dev.kida.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a render begins.
 *
 * @param template the template's name, or null for an inline one without
 * @param blocks the blocks that are rendered on their own; empty for a whole page
 * @param options the options of the render, with the attributes of the host
 */
public record RenderStart(@Nullable String template, List<String> blocks, RenderOptions options) {

    public RenderStart {
        blocks = List.copyOf(blocks);
    }
}
