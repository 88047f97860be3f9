package dev.kida.render;

import dev.kida.analyze.Reads;
import dev.kida.error.TemplateException;
import dev.kida.load.TemplateNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of the model that a render can use: those of the template, its parents and its static includes. It also tells
 * which of them are read more than once; a block counts as often as the layout places it, an include as often as it runs.
 */
final class UsedNames {

    private static final int ONCE = 1;
    private static final int OFTEN = 2;

    private final RenderContext render;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<CompiledTemplate, Integer> visits = new HashMap<>();
    private boolean any;

    private UsedNames(RenderContext render) {
        this.render = render;
    }

    static UsedNames of(CompiledTemplate template, RenderContext render) {
        UsedNames names = new UsedNames(render);
        names.page(template, ONCE);
        return names;
    }

    boolean contains(String name) {
        return any || counts.containsKey(name);
    }

    /** Whether the name is read at one place only, once per render. */
    boolean isOnce(String name) {
        return !any && counts.getOrDefault(name, 0) == ONCE;
    }

    /** Whether it is sure that the name is used, so that its source may start with the render. */
    boolean isKnown(String name) {
        return counts.containsKey(name);
    }

    /** A template with its parents, which runs that often. */
    private void page(CompiledTemplate template, int times) {
        int before = visits.getOrDefault(template, 0);
        int visited = often(before + times);
        if (visited == before) {
            return; // as often as it can count, or including itself
        }
        visits.put(template, visited);
        List<CompiledTemplate> chain = new ArrayList<>();
        chain(template, chain);
        Map<String, Integer> placed = placements(chain);
        for (CompiledTemplate part : chain) {
            NameUses uses = part.facts().uses();
            any |= uses.dynamic();
            uses.sections().forEach((block, reads) -> {
                int factor = times * Math.max(ONCE, block.equals(Reads.PAGE) ? ONCE : placed.getOrDefault(block, 0));
                reads.names().forEach((name, count) -> counts.merge(name, often(count * factor), UsedNames::sum));
                reads.templates().forEach((name, count) -> {
                    CompiledTemplate other = load(name, part);
                    if (other != null) {
                        page(other, often(count * factor));
                    }
                });
            });
        }
    }

    private void chain(CompiledTemplate template, List<CompiledTemplate> chain) {
        if (chain.contains(template)) {
            return; // reported, with its place, if the render gets there
        }
        chain.add(template);
        for (String name : template.facts().uses().parents()) {
            CompiledTemplate parent = load(name, template);
            if (parent != null) {
                chain(parent, chain);
            }
        }
    }

    /** How often each block is placed: by parts that run, and blocks in blocks as often as those. */
    private static Map<String, Integer> placements(List<CompiledTemplate> chain) {
        Map<String, Integer> placed = new HashMap<>();
        Map<String, Integer> before;
        do {
            before = placed;
            placed = new HashMap<>();
            for (CompiledTemplate part : chain) {
                place(part, before, placed);
            }
        } while (!placed.equals(before)); // the numbers only grow, and not beyond twice
        return placed;
    }

    private static void place(CompiledTemplate part, Map<String, Integer> before, Map<String, Integer> placed) {
        part.facts().uses().sections().forEach((section, reads) -> {
            boolean page = section.equals(Reads.PAGE);
            int runs = page ? (part.facts().extending() ? 0 : ONCE) : before.getOrDefault(section, 0);
            if (runs > 0) {
                reads.blocks().forEach((block, count) -> placed.merge(block, often(count * runs), UsedNames::sum));
            }
        });
    }

    private @Nullable CompiledTemplate load(String name, CompiledTemplate from) {
        try {
            String resolved =
                    TemplateNames.resolve(name, from.name(), render.settings().aliases());
            return render.templates().load(resolved);
        } catch (TemplateException notNow) {
            any = true; // reported, with its place, if the render gets there
            return null;
        }
    }

    private static int often(int times) {
        return Math.min(times, OFTEN);
    }

    private static int sum(int some, int more) {
        return often(some + more);
    }
}
