package dev.kida.render;

import dev.kida.analyze.References;
import dev.kida.error.ErrorCode;
import dev.kida.error.Similarity;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.load.TemplateNames;
import dev.kida.syntax.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A template and its literal parents, leaf first: where blocks are looked up when they are rendered alone. */
public final class Chain {

    private final List<CompiledTemplate> templates = new ArrayList<>();

    /** A definition to be rendered alone, after this set-up; more than once when it is asked for more than once. */
    private record Alone(Activation setup, BlockRef ref) {}

    private Chain() {}

    /** Follows parents named by a string literal; a dynamic parent ends the chain (spec 06 §5). */
    public static Chain of(CompiledTemplate leaf, Templates source, EngineSettings settings) {
        Chain chain = new Chain();
        CompiledTemplate at = leaf;
        while (true) {
            chain.templates.add(at);
            String parent = at.facts().literalParent();
            if (parent == null) {
                return chain;
            }
            if (chain.templates.size() > settings.maxExtendsDepth()) {
                throw located(
                        TemplateRuntimeException.depth("Templates extend each other deeper than "
                                + settings.maxExtendsDepth() + "; look for a cycle"),
                        at);
            }
            CompiledTemplate next = source.load(TemplateNames.resolve(parent, at.name(), settings.aliases()));
            int first = chain.indexOf(next.name());
            if (first >= 0) {
                throw located(circle(chain.templates.subList(first, chain.templates.size())), next);
            }
            at = next;
        }
    }

    private int indexOf(@Nullable String name) {
        for (int i = 0; name != null && i < templates.size(); i++) {
            if (name.equals(templates.get(i).name())) {
                return i;
            }
        }
        return -1;
    }

    /** The failure of templates each of which extends the next, and the last the first. */
    static TemplateRuntimeException circle(List<CompiledTemplate> templates) {
        StringBuilder chain = new StringBuilder();
        for (CompiledTemplate template : templates) {
            chain.append(template.displayName()).append(" → ");
        }
        return TemplateRuntimeException.depth("Templates extend each other in a circle: "
                + chain.append(templates.get(0).displayName()));
    }

    /** Says that the {@code extends} of a template is where something failed. */
    private static TemplateRuntimeException located(TemplateRuntimeException problem, CompiledTemplate template) {
        Position place = References.placeOfParent(template.facts().tree());
        problem.locate(template.source(), place == null ? 0 : place.line(), place == null ? -1 : place.column());
        return problem;
    }

    /** The template, its parent, and so on. */
    public List<CompiledTemplate> templates() {
        return List.copyOf(templates);
    }

    /** Names of all blocks, own ones first. */
    public Set<String> blockNames() {
        Set<String> names = new LinkedHashSet<>();
        templates.forEach(template -> names.addAll(template.blocks().keySet()));
        return names;
    }

    /**
     * Checks that blocks exist.
     *
     * @throws TemplateRuntimeException K-RUN-007, listing the blocks there are
     */
    public void require(Iterable<String> blocks) {
        Set<String> known = blockNames();
        for (String block : blocks) {
            if (!known.contains(block)) {
                throw missing(block, known);
            }
        }
    }

    /** What runs to render blocks: the set-up of every template, then the blocks in the order they are asked for. */
    List<Activation> plan(RenderRequest request, RenderContext render, Context context) {
        List<Activation> plan = new ArrayList<>();
        Map<String, Alone> found = new HashMap<>();
        Blocks overrides = Blocks.NONE;
        for (CompiledTemplate template : templates) {
            Activation setup = Activation.setup(render, template, context, overrides);
            plan.add(setup);
            for (String block : request.blocks()) {
                Integer unit = template.blocks().get(block);
                if (unit != null && !found.containsKey(block)) {
                    found.put(block, new Alone(setup, new BlockRef(template, unit, null, null)));
                }
            }
            overrides = overrides.over(template);
        }
        if (request.blocks().isEmpty()) {
            plan.add(Activation.root(render, request.template(), context));
        }
        for (String block : request.blocks()) {
            Alone alone = found.get(block);
            if (alone == null) {
                throw missing(block, blockNames());
            }
            plan.add(alone.setup().block(0, alone.ref()));
        }
        return plan;
    }

    private TemplateRuntimeException missing(String block, Set<String> known) {
        CompiledTemplate leaf = templates.get(0);
        String similar = Similarity.closest(block, known);
        String available = known.isEmpty() ? "it has no blocks" : "it has: " + String.join(", ", known);
        TemplateRuntimeException problem = new TemplateRuntimeException(
                ErrorCode.K_RUN_007,
                "Block '" + block + "' not found in template '" + leaf.displayName() + "'; " + available,
                null,
                similar == null ? instead(block, known) : "Did you mean '" + similar + "'?");
        problem.locate(leaf.source(), 0, -1);
        return problem;
    }

    private static String instead(String block, Set<String> known) {
        return known.isEmpty()
                ? "Add {% block " + block + " %} to the template"
                : "Name one of its blocks: " + String.join(", ", known);
    }
}
