package dev.kida.analyze;

import dev.kida.error.ErrorCode;
import dev.kida.error.Similarity;
import dev.kida.error.TemplateWarning;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares the paths that a template reads with those its caller says to supply. A path stands for all below it: who
 * supplies {@code order} supplies {@code order.id}.
 */
public final class ContractChecks {

    private final String template;
    private final TemplateTrees others;
    private final Set<String> supplied;
    private final Set<String> globals;
    private final Set<String> read = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> reported = new HashSet<>();
    private final List<TemplateWarning> found = new ArrayList<>();

    /** Whether there is a template that cannot be looked into. */
    private boolean open;

    private ContractChecks(String template, Set<String> supplied, Set<String> globals, TemplateTrees others) {
        this.template = template;
        this.supplied = new TreeSet<>(supplied);
        this.globals = globals;
        this.others = others;
    }

    /**
     * Finds paths that are read and not supplied (K-CTX-001), and supplied and not read (K-CTX-002) by the template or
     * those which share its context.
     *
     * @param shown the template in messages
     * @param name the name it is loaded by, or null
     * @param supplied the paths of the model, such as {@code order.id} or {@code customer}
     * @param globals names that are always there
     */
    public static List<TemplateWarning> check(
            TemplateNode tree,
            String shown,
            @Nullable String name,
            Set<String> supplied,
            Set<String> globals,
            TemplateTrees others) {
        ContractChecks checks = new ContractChecks(shown, supplied, globals, others);
        checks.template(tree, name, shown, BindingNames.assigned(tree.body()));
        checks.unused();
        return checks.found;
    }

    private void template(TemplateNode tree, @Nullable String name, String shown, Set<String> bound) {
        ContextReads.listen(tree, (path, root) -> read(path, root, shown, bound));
        Children.walk(tree.body(), this::parameters, expression -> {});
        References references = References.of(tree.body());
        open |= references.dynamic();
        for (String literal : references.sharing()) {
            TemplateTrees.Found other = others.find(literal, name);
            if (other == null) {
                open = true;
            } else if (seen.add(other.name())) {
                Set<String> both = new HashSet<>(bound); // names of one are seen by the other
                both.addAll(BindingNames.assigned(other.tree().body()));
                template(other.tree(), other.name(), other.name(), both);
            }
        }
    }

    /** Rendered as a block, a region takes its parameters from the context. */
    private void parameters(Stmt statement) {
        if (statement instanceof Stmt.Def def && def.region()) {
            def.parameters().forEach(parameter -> read.add(parameter.name()));
        }
    }

    private void read(String path, Expr.Name root, String shown, Set<String> bound) {
        read.add(path);
        boolean known = bound.contains(root.name()) || globals.contains(root.name());
        if (!known && supplied.stream().noneMatch(each -> meet(each, path)) && reported.add(shown + ' ' + path)) {
            String similar = Similarity.closest(path, supplied);
            add(
                    ErrorCode.K_CTX_001,
                    "'" + path + "' is not in the model",
                    shown,
                    root.position(),
                    similar == null ? "Add it to the model" : "Did you mean '" + similar + "'?");
        }
    }

    private void unused() {
        for (String path : supplied) {
            if (!open && read.stream().noneMatch(each -> meet(path, each))) {
                add(
                        ErrorCode.K_CTX_002,
                        "'" + path + "' is in the model, but nothing reads it",
                        template,
                        Position.START,
                        "Leave it out");
            }
        }
    }

    /** Whether one path is the other, or leads to it. */
    private static boolean meet(String one, String other) {
        return one.equals(other) || one.startsWith(other + ".") || other.startsWith(one + ".");
    }

    private void add(ErrorCode code, String message, String shown, Position position, String suggestion) {
        found.add(new TemplateWarning(code, message, shown, position.line(), position.column(), suggestion));
    }
}
