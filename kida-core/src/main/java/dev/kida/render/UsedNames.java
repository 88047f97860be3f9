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
 * which of them are read more than once; a block counts as often as the layout places it or the request asks for it, an
 * include as often as it runs.
 */
final class UsedNames {

    private static final int ONCE = 1;
    private static final int OFTEN = 2;

    private final RenderContext render;
    private final boolean runningOnly;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<CompiledTemplate, Integer> visits = new HashMap<>();
    private boolean any;

    private UsedNames(RenderContext render, boolean runningOnly) {
        this.render = render;
        this.runningOnly = runningOnly;
    }

    /** The names that any part of the templates can use, whether or not the request has it run. */
    static UsedNames of(RenderRequest request, RenderContext render) {
        UsedNames names = new UsedNames(render, false);
        names.page(request.template(), ONCE, begun(request, null));
        return names;
    }

    /**
     * The names that the parts which run can use.
     *
     * @param ending the block that ends the page if it fails; null for none
     */
    static UsedNames running(RenderRequest request, RenderContext render, @Nullable String ending) {
        UsedNames names = new UsedNames(render, true);
        names.page(request.template(), ONCE, begun(request, ending));
        return names;
    }

    /** What runs, and how often, because somebody asks for it. */
    private static Map<String, Integer> begun(RenderRequest request, @Nullable String ending) {
        Map<String, Integer> begun = new HashMap<>();
        request.blocks().forEach(block -> begun.merge(block, ONCE, UsedNames::sum));
        if (request.blocks().isEmpty()) {
            begun.put(Reads.PAGE, ONCE);
        }
        if (!request.isPage()) {
            begun.put(Reads.SETUP, ONCE);
        }
        if (ending != null) {
            begun.put(ending, ONCE);
        }
        return begun;
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
    private void page(CompiledTemplate template, int times, Map<String, Integer> begun) {
        int before = visits.getOrDefault(template, 0);
        int visited = often(before + times);
        if (visited == before) {
            return; // as often as it can count, or including itself
        }
        visits.put(template, visited);
        List<CompiledTemplate> chain = new ArrayList<>();
        boolean straight = chain(template, chain);
        Map<String, CompiledTemplate> inForce = straight ? inForce(chain) : Map.of();
        Map<String, Integer> runs = runs(chain, begun, inForce);
        for (CompiledTemplate part : chain) {
            NameUses uses = part.facts().uses();
            any |= uses.dynamic();
            boolean all = !runningOnly || uses.dynamic();
            uses.sections().forEach((section, reads) -> {
                int factor = isHidden(section, part, inForce) ? 0 : runs.getOrDefault(section, 0);
                if (factor > 0 || (all && isBlock(section))) {
                    count(reads, part, times * Math.max(ONCE, factor));
                }
            });
        }
    }

    private void count(Reads reads, CompiledTemplate part, int factor) {
        reads.names().forEach((name, count) -> counts.merge(name, often(count * factor), UsedNames::sum));
        reads.templates().forEach((name, count) -> {
            CompiledTemplate other = load(name, part);
            if (other != null) {
                page(other, often(count * factor), Map.of(Reads.PAGE, ONCE));
            }
        });
    }

    private static boolean isBlock(String section) {
        return !section.equals(Reads.PAGE) && !section.equals(Reads.SETUP);
    }

    /** Adds a template and its parents; answers whether each has one parent at most, so that the first definition holds. */
    private boolean chain(CompiledTemplate template, List<CompiledTemplate> chain) {
        if (chain.contains(template)) {
            return false; // reported, with its place, if the render gets there
        }
        chain.add(template);
        boolean straight = template.facts().uses().parents().size() <= 1;
        for (String name : template.facts().uses().parents()) {
            CompiledTemplate parent = load(name, template);
            if (parent != null) {
                straight &= chain(parent, chain);
            }
        }
        return straight;
    }

    /** The templates with the first definition of each block, which hides those of the parents. */
    private static Map<String, CompiledTemplate> inForce(List<CompiledTemplate> chain) {
        Map<String, CompiledTemplate> first = new HashMap<>();
        for (CompiledTemplate part : chain) {
            part.facts().uses().sections().keySet().forEach(section -> first.putIfAbsent(section, part));
        }
        return first;
    }

    private static boolean isHidden(String section, CompiledTemplate part, Map<String, CompiledTemplate> inForce) {
        return isBlock(section) && inForce.getOrDefault(section, part) != part;
    }

    /** How often each section runs: what is begun, what those place that run, and blocks in blocks as often as those. */
    private static Map<String, Integer> runs(
            List<CompiledTemplate> chain, Map<String, Integer> begun, Map<String, CompiledTemplate> inForce) {
        Map<String, Integer> runs = begun;
        Map<String, Integer> before;
        do {
            before = runs;
            runs = new HashMap<>(begun);
            for (CompiledTemplate part : chain) {
                place(part, before, runs, inForce);
            }
        } while (!runs.equals(before)); // the numbers only grow, and not beyond twice
        return runs;
    }

    private static void place(
            CompiledTemplate part,
            Map<String, Integer> before,
            Map<String, Integer> runs,
            Map<String, CompiledTemplate> inForce) {
        part.facts().uses().sections().forEach((section, reads) -> {
            boolean nothing =
                    section.equals(Reads.PAGE) && part.facts().extending() || isHidden(section, part, inForce);
            int times = nothing ? 0 : before.getOrDefault(section, 0);
            if (times > 0) {
                reads.blocks().forEach((block, count) -> runs.merge(block, often(count * times), UsedNames::sum));
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
