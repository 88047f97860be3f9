package dev.kida.render;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that {@code import … as m} offers: globals, model, and what the template assigned. Most imports are asked for
 * one or two names, so they are not gathered before somebody wants all of them. Read-only.
 */
final class ModuleNames extends AbstractMap<String, @Nullable Object> {

    private final Context context;
    private @Nullable Map<String, @Nullable Object> all;

    /** The names of a context that nobody changes any more. */
    ModuleNames(Context context) {
        this.context = context;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        Object value = key instanceof String name ? context.get(name) : Context.MISSING;
        return value == Context.MISSING ? null : value;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && context.get(name) != Context.MISSING;
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        Map<String, @Nullable Object> known = all;
        if (known == null) {
            known = Collections.unmodifiableMap(context.gathered(new LinkedHashMap<>()));
            all = known;
        }
        return known.entrySet();
    }
}
