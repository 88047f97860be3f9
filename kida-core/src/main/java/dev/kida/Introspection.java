package dev.kida;

import dev.kida.analyze.Components;
import dev.kida.analyze.ContextReads;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a template says about itself, read from its syntax tree when somebody asks. */
final class Introspection {

    private static final String DEFAULT_SLOT = "default";

    private final @Nullable String template;
    private final TemplateNode tree;

    /** Names which are not the model's: globals and components. */
    private final Set<String> others;

    Introspection(@Nullable String template, TemplateNode tree, Set<String> globals) {
        this.template = template;
        this.tree = tree;
        this.others = new TreeSet<>(globals);
        this.others.addAll(Components.names(tree.body()));
    }

    Map<String, DefMetadata> defs() {
        Map<String, DefMetadata> metadata = new LinkedHashMap<>();
        Components.declared(tree.body()).forEach((name, def) -> metadata.put(name, describe(def)));
        return Collections.unmodifiableMap(metadata);
    }

    Set<String> paths() {
        return ofModel(ContextReads.of(tree));
    }

    /** The first segments of the paths. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        paths().forEach(path -> names.add(root(path)));
        return Collections.unmodifiableSet(names);
    }

    private DefMetadata describe(Stmt.Def def) {
        List<DefMetadata.Parameter> parameters = new ArrayList<>();
        String vararg = null;
        String kwarg = null;
        for (Stmt.Parameter parameter : def.parameters()) {
            switch (parameter.kind()) {
                case PLAIN ->
                    parameters.add(new DefMetadata.Parameter(
                            parameter.name(), parameter.annotation(), parameter.defaultValue() != null));
                case VARARGS -> vararg = parameter.name();
                case KEYWORDS -> kwarg = parameter.name();
            }
        }
        Set<String> slots = Components.slots(def);
        return new DefMetadata(
                def.name(),
                template,
                def.position().line(),
                List.copyOf(parameters),
                slots.stream().filter(slot -> !slot.equals(DEFAULT_SLOT)).toList(),
                slots.contains(DEFAULT_SLOT),
                ofModel(ContextReads.of(def)),
                vararg,
                kwarg);
    }

    private Set<String> ofModel(Set<String> paths) {
        Set<String> own = new TreeSet<>();
        for (String path : paths) {
            if (!others.contains(root(path))) {
                own.add(path);
            }
        }
        return Collections.unmodifiableSet(own);
    }

    private static String root(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
