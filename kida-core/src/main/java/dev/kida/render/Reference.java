package dev.kida.render;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A template as another one names it. What the name stands for is remembered as long as the cache of templates does not
 * change, so that an include in a loop is not looked up in each turn. It does not keep the other template alive.
 */
final class Reference {

    private record Found(long generation, WeakReference<CompiledTemplate> template) {}

    private final String resolved;
    private volatile @Nullable Found found;

    Reference(String resolved) {
        this.resolved = resolved;
    }

    CompiledTemplate load(Templates templates) {
        long generation = templates.generation();
        Found known = found;
        if (known != null && known.generation == generation && generation >= 0) {
            CompiledTemplate template = known.template.get();
            if (template != null) {
                return template;
            }
        }
        CompiledTemplate loaded = templates.load(resolved);
        if (generation >= 0) {
            found = new Found(generation, new WeakReference<>(loaded));
        }
        return loaded;
    }
}
