package dev.kida.render;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to render.
 *
 * @param blocks the only blocks to render, in this order; empty for the page
 * @param setup whether the set-up that precedes block renders runs before the page (spec 06 §6)
 */
public record RenderRequest(
        CompiledTemplate template,
        List<String> blocks,
        boolean setup,
        Map<String, ? extends @Nullable Object> model,
        RenderOptions options) {

    /** Whether it is a whole page, with nothing before it. */
    boolean isPage() {
        return blocks.isEmpty() && !setup;
    }
}
