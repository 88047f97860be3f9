package dev.kida.analyze;

import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the context which a template and those it shares its context with can read. */
final class SharedNames {

    private final TemplateTrees others;
    private final Set<String> names = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    /** Whether there is a template that cannot be looked into. */
    private boolean any;

    private SharedNames(TemplateTrees others) {
        this.others = others;
    }

    static SharedNames of(TemplateNode template, @Nullable String name, TemplateTrees others) {
        SharedNames shared = new SharedNames(others);
        shared.add(template, name);
        return shared;
    }

    boolean mayRead(String name) {
        return any || names.contains(name);
    }

    private void add(TemplateNode template, @Nullable String name) {
        ContextReads.listen(template, (path, root) -> names.add(root.name()));
        // rendered as a block, a region takes its parameters from the context
        Children.walk(
                template.body(),
                statement -> {
                    if (statement instanceof Stmt.Def def && def.region()) {
                        def.parameters().forEach(parameter -> names.add(parameter.name()));
                    }
                },
                expression -> {});
        References references = References.of(template.body());
        any |= references.dynamic();
        for (String literal : references.sharing()) {
            TemplateTrees.Found other = others.find(literal, name);
            if (other == null) {
                any = true;
            } else if (seen.add(other.name())) {
                add(other.tree(), other.name());
            }
        }
    }
}
