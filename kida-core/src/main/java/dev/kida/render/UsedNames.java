package dev.kida.render;

import dev.kida.error.TemplateException;
import dev.kida.load.TemplateNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The names of the model that a render can use: those of the template, its parents and its static includes. */
final class UsedNames {

    private final Map<String, Integer> counts;
    private final Set<String> seen = new HashSet<>();
    private boolean any;

    private UsedNames(Map<String, Integer> counts) {
        this.counts = counts;
    }

    static UsedNames of(CompiledTemplate template, RenderContext render) {
        NameUses own = template.facts().uses();
        if (own.templates().isEmpty()) {
            UsedNames names = new UsedNames(own.counts()); // nothing will be added
            names.any = own.dynamic();
            return names;
        }
        UsedNames names = new UsedNames(new HashMap<>());
        names.add(template, render);
        return names;
    }

    boolean contains(String name) {
        return any || counts.containsKey(name);
    }

    /** Whether the name is read at one place only, once per render. */
    boolean isOnce(String name) {
        return !any && counts.getOrDefault(name, 0) == 1;
    }

    /** Whether it is sure that the name is used, so that its source may start with the render. */
    boolean isKnown(String name) {
        return counts.containsKey(name);
    }

    private void add(CompiledTemplate template, RenderContext render) {
        NameUses uses = template.facts().uses();
        any |= uses.dynamic();
        uses.counts().forEach((name, count) -> counts.merge(name, count, Integer::sum));
        for (String other : uses.templates()) {
            try {
                String resolved = TemplateNames.resolve(
                        other, template.name(), render.settings().aliases());
                CompiledTemplate loaded = render.templates().load(resolved);
                if (seen.add(resolved)) {
                    add(loaded, render);
                }
            } catch (TemplateException notNow) {
                any = true; // reported, with its place, if the render gets there
            }
        }
    }
}
