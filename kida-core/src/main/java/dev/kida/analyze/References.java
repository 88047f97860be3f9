package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The templates that a template names.
 *
 * @param parents literal parents
 * @param includes literal includes
 * @param embeds literal embeds
 * @param imports literal imports
 * @param sharing literal names of those which see its context
 * @param dynamic whether one that sees its context is named by an expression
 */
public record References(
        List<String> parents,
        List<String> includes,
        List<String> embeds,
        List<String> imports,
        Set<String> sharing,
        boolean dynamic) {

    static References of(List<Stmt> body) {
        Collector collector = new Collector();
        Children.walk(body, collector);
        return new References(
                collector.parents,
                collector.includes,
                collector.embeds,
                collector.imports,
                collector.sharing,
                collector.dynamic);
    }

    /** Where a template names its parent; null when it has none. */
    public static @Nullable Position placeOfParent(TemplateNode template) {
        Stmt.Extends statement = Planner.parent(template.body());
        return statement == null ? null : statement.position();
    }

    static @Nullable String literal(Expr expression) {
        return expression instanceof Expr.Constant constant && constant.value() instanceof String text ? text : null;
    }

    private static final class Collector implements NodeVisitor {

        private final List<String> parents = new ArrayList<>();
        private final List<String> includes = new ArrayList<>();
        private final List<String> embeds = new ArrayList<>();
        private final List<String> imports = new ArrayList<>();
        private final Set<String> sharing = new LinkedHashSet<>();
        private boolean dynamic;

        @Override
        public void statement(Stmt statement) {
            if (statement instanceof Stmt.Extends node) {
                add(node.parent(), parents, true);
            } else if (statement instanceof Stmt.Include node) {
                add(node.template(), includes, node.withContext());
            } else if (statement instanceof Stmt.Embed node) {
                add(node.template(), embeds, node.withContext());
            } else if (statement instanceof Stmt.Import node) {
                add(node.template(), imports, node.withContext());
            } else if (statement instanceof Stmt.FromImport node) {
                add(node.template(), imports, node.withContext());
            }
        }

        private void add(Expr name, List<String> list, boolean shares) {
            String literal = literal(name);
            if (literal == null) {
                dynamic |= shares;
                return;
            }
            if (!list.contains(literal)) {
                list.add(literal);
            }
            if (shares) {
                sharing.add(literal);
            }
        }
    }
}
