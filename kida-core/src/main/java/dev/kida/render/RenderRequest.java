package dev.kida.render;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to render.
 *
 * @param block the only block to render, or null for the page
 * @param setup whether the set-up that precedes block renders runs before the page (spec 06 §6)
 */
public record RenderRequest(
        CompiledTemplate template,
        @Nullable String block,
        boolean setup,
        Map<String, ? extends @Nullable Object> model,
        RenderOptions options) {}
