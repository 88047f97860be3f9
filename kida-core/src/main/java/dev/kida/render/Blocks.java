package dev.kida.render;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The block definitions that take precedence over a template's own: those of its children and of an embed. Immutable. */
final class Blocks {

    static final Blocks NONE = new Blocks(Map.of());

    private final Map<String, BlockRef> overrides;

    private Blocks(Map<String, BlockRef> overrides) {
        this.overrides = overrides;
    }

    @Nullable
    BlockRef find(String name) {
        return overrides.get(name);
    }

    /** These, and below them the definitions of a template that is about to render its parent. */
    Blocks over(CompiledTemplate child) {
        Map<String, BlockRef> all = new HashMap<>();
        child.blocks().forEach((name, unit) -> all.put(name, new BlockRef(child, unit, null, null)));
        all.putAll(overrides);
        return new Blocks(all);
    }

    /** These, hidden where an embed gives a definition of its own. */
    Blocks with(Map<String, BlockRef> embedded) {
        Map<String, BlockRef> all = new HashMap<>(overrides);
        all.putAll(embedded);
        return new Blocks(all);
    }
}
