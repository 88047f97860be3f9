package dev.kida.spring;

import dev.kida.KidaEngine;
import dev.kida.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.util.PatternMatchUtils;

/**
 * From view names to templates. A view name is only ever a name: it is checked, it gets the suffix, and it is looked up;
 * nothing in it is evaluated.
 */
public final class TemplateLookup {

    private static final int REMEMBERED_NAMES = 2048;

    private final KidaEngine engine;
    private final String suffix;
    private final String @Nullable [] viewNames;
    private final @Nullable ConcurrentLruCache<String, Boolean> known;

    /**
     * @param engine the engine that has the templates
     * @param suffix what a template's name has after the view's name
     * @param viewNames patterns of the view names to accept, null for all
     * @param cache whether a template that was found, or was not, stays so
     */
    public TemplateLookup(KidaEngine engine, String suffix, String @Nullable [] viewNames, boolean cache) {
        this.engine = engine;
        this.suffix = suffix;
        this.viewNames = viewNames == null ? null : viewNames.clone();
        this.known = cache ? new ConcurrentLruCache<>(REMEMBERED_NAMES, this::isThere) : null;
    }

    /** Whether a view of this name may be ours, by its form alone. */
    public boolean accepts(String viewName) {
        return TemplateName.isValid(viewName + suffix)
                && (viewNames == null || PatternMatchUtils.simpleMatch(viewNames, viewName));
    }

    /** Whether {@link #find} will answer from memory, without touching a file or compiling. */
    public boolean isReady(String viewName) {
        return known != null && known.contains(viewName);
    }

    /**
     * The template of a view, or null when there is none.
     *
     * @throws dev.kida.error.TemplateException when there is one and it cannot be compiled
     */
    public @Nullable Template find(String viewName) {
        boolean there = known != null ? known.get(viewName) : isThere(viewName);
        return there ? engine.getTemplate(viewName + suffix) : null;
    }

    /** Compiles what it finds, so that a name which is known costs nothing any more. */
    private boolean isThere(String viewName) {
        if (!engine.exists(viewName + suffix)) {
            return false;
        }
        engine.getTemplate(viewName + suffix);
        return true;
    }
}
