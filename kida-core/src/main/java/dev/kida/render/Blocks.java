package dev.kida.render;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The block definitions that take precedence over a template's own: those of its children and of an embed. Immutable. */
final class Blocks {

    static final Blocks NONE = new Blocks(Map.of());

    private record Step(CompiledTemplate child, Blocks blocks) {}

    private final Map<String, BlockRef> overrides;
    /** The step to a parent is the same in every render of a page. */
    private @Nullable Step last;

    private Blocks(Map<String, BlockRef> overrides) {
        this.overrides = overrides;
    }

    @Nullable
    BlockRef find(String name) {
        return overrides.get(name);
    }

    /** These, and below them the definitions of a template that is about to render its parent. */
    Blocks over(CompiledTemplate child) {
        if (this == NONE) {
            return child.ownBlocks();
        }
        Step known = last;
        if (known == null || known.child != child) {
            known = new Step(child, below(child));
            if (isOfTemplates()) {
                last = known;
            }
        }
        return known.blocks;
    }

    /** The definitions of one template alone. */
    static Blocks of(CompiledTemplate template) {
        return NONE.below(template);
    }

    /** Whether no definition belongs to a place in a running render. */
    private boolean isOfTemplates() {
        for (BlockRef ref : overrides.values()) {
            if (ref.place() != null) {
                return false;
            }
        }
        return true;
    }

    private Blocks below(CompiledTemplate child) {
        Map<String, BlockRef> all = new HashMap<>();
        for (Map.Entry<String, Integer> block : child.blocks().entrySet()) {
            all.put(block.getKey(), new BlockRef(child, block.getValue(), null, null));
        }
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
