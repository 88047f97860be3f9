package dev.kida.analyze;

import dev.kida.error.ErrorCode;
import dev.kida.error.Similarity;
import dev.kida.error.TemplateWarning;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the names a template reads with those its {@code {% template %}} tag declares (spec 03 §16). */
public final class DeclarationChecks {

    private final TemplateNode tree;
    private final String template;
    private final Map<String, Stmt.Declared> declared = new LinkedHashMap<>();
    private final List<TemplateWarning> found = new ArrayList<>();

    private DeclarationChecks(TemplateNode tree, String template) {
        this.tree = tree;
        this.template = template;
    }

    /**
     * Finds undeclared (K-TYP-001), unused (K-TYP-002) and misspelt (K-TYP-003) names; nothing without a declaration.
     *
     * @param shown the template in messages
     * @param name the name it is loaded by, or null
     * @param globals names that are always there
     * @param others where templates are looked up that share the context
     */
    public static List<TemplateWarning> check(
            TemplateNode tree, String shown, @Nullable String name, Set<String> globals, TemplateTrees others) {
        DeclarationChecks checks = new DeclarationChecks(tree, shown);
        for (Stmt statement : tree.body()) {
            if (statement instanceof Stmt.Declaration declaration) {
                declaration.names().forEach(each -> checks.declared.put(each.name(), each));
                checks.undeclared(globals);
                checks.unused(SharedNames.of(tree, name, others));
            }
        }
        return checks.found;
    }

    private void undeclared(Set<String> globals) {
        Set<String> bound = BindingNames.assigned(tree.body());
        ContextReads.listen(tree, (path, root) -> {
            String name = root.name();
            if (!declared.containsKey(name) && !bound.contains(name) && !globals.contains(name)) {
                undeclared(root);
            }
        });
    }

    private void undeclared(Expr.Name use) {
        String name = use.name();
        String similar = Similarity.closest(name, declared.keySet());
        if (similar == null) {
            add(
                    ErrorCode.K_TYP_001,
                    "'" + name + "' is not declared",
                    use.position(),
                    "Add it to the template tag: " + name + ": type");
        } else {
            add(
                    ErrorCode.K_TYP_003,
                    "'" + name + "' is not declared, but '" + similar + "' is",
                    use.position(),
                    "Did you mean '" + similar + "'?");
        }
    }

    private void unused(SharedNames used) {
        for (Stmt.Declared each : declared.values()) {
            if (!used.mayRead(each.name())) {
                add(
                        ErrorCode.K_TYP_002,
                        "'" + each.name() + "' is declared but never used",
                        each.position(),
                        "Remove it from the template tag");
            }
        }
    }

    private void add(ErrorCode code, String message, Position position, String suggestion) {
        found.add(new TemplateWarning(code, message, template, position.line(), position.column(), suggestion));
    }
}
