package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The components of a template that do not see the context of who calls them, as regions do, and whose names stand for
 * nothing else in it.
 */
final class BlindComponents implements NodeVisitor {

    private final Set<String> names = new HashSet<>();

    private BlindComponents() {}

    static Set<String> of(List<Stmt> body) {
        BlindComponents components = new BlindComponents();
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Def def && !def.region()) {
                components.names.add(def.name());
            }
        }
        if (!components.names.isEmpty()) {
            components.names.removeAll(BindingNames.ofValues(body));
            Children.walk(body, components);
        }
        return components.names;
    }

    @Override
    public void statement(Stmt statement) {
        if (statement instanceof Stmt.Def def && def.region()) {
            names.remove(def.name());
        } else if (statement instanceof Stmt.Import || statement instanceof Stmt.FromImport) {
            names.clear(); // the rare page that has both is not worth a closer look
        }
    }

    @Override
    public void expression(Expr expression) {
        if (expression instanceof Expr.Comprehension comprehension) {
            names.removeAll(NameReads.targets(comprehension.target()));
        }
    }
}
