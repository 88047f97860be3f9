package dev.kida.analyze;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateNotFoundException;
import dev.kida.error.TemplateWarning;
import dev.kida.load.TemplateLoader;
import dev.kida.load.TemplateNames;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks for the templates that a template names by literals. */
public final class TargetChecks {

    private final String shown;
    private final List<TemplateWarning> found = new ArrayList<>();

    private TargetChecks(String shown) {
        this.shown = shown;
    }

    /**
     * Finds literal names that no template has, or that are not allowed (K-TPL-001). An include that may be missing is
     * not looked at.
     */
    public static List<TemplateWarning> missing(
            TemplateNode tree,
            String shown,
            @Nullable String name,
            TemplateLoader loader,
            Map<String, String> aliases) {
        TargetChecks checks = new TargetChecks(shown);
        each(tree, (literal, position) -> {
            try {
                String resolved = TemplateNames.resolve(literal, name, aliases);
                if (!loader.exists(resolved)) {
                    loader.load(resolved); // says best what is wrong
                }
            } catch (TemplateNotFoundException e) {
                checks.add(ErrorCode.K_TPL_001, e.getSummary(), position, e.getSuggestion());
            }
        });
        return checks.found;
    }

    /** Finds names of templates in the same folder that are not written as relative ones (K-PATH-001). */
    public static List<TemplateWarning> fragile(TemplateNode tree, String shown, @Nullable String name) {
        TargetChecks checks = new TargetChecks(shown);
        int slash = name == null ? -1 : name.lastIndexOf('/');
        if (name == null || slash < 0) {
            return checks.found;
        }
        String folder = name.substring(0, slash + 1);
        each(tree, (literal, position) -> {
            if (literal.startsWith(folder) && literal.indexOf('/', folder.length()) < 0) {
                String relative = "./" + literal.substring(folder.length());
                checks.add(
                        ErrorCode.K_PATH_001,
                        "'" + literal + "' is in the same folder, and breaks when the folder moves",
                        position,
                        "Write '" + relative + "'");
            }
        });
        return checks.found;
    }

    private interface Target {
        void at(String literal, Position position);
    }

    private static void each(TemplateNode tree, Target target) {
        Children.walk(tree.body(), statement -> statement(statement, target), expression -> {});
    }

    private static void statement(Stmt statement, Target target) {
        if (statement instanceof Stmt.Extends node) {
            literals(node.parent(), target);
        } else if (statement instanceof Stmt.Include node && !node.ignoreMissing()) {
            literals(node.template(), target);
        } else if (statement instanceof Stmt.Embed node) {
            literals(node.template(), target);
        } else if (statement instanceof Stmt.Import node) {
            literals(node.template(), target);
        } else if (statement instanceof Stmt.FromImport node) {
            literals(node.template(), target);
        }
    }

    /** The literals an expression can be, as far as that can be seen. */
    private static void literals(Expr expression, Target target) {
        String literal = References.literal(expression);
        if (literal != null) {
            target.at(literal, expression.position());
        } else if (expression instanceof Expr.Conditional conditional && conditional.otherwise() != null) {
            literals(conditional.then(), target);
            literals(conditional.otherwise(), target);
        }
    }

    private void add(ErrorCode code, String message, Position position, @Nullable String suggestion) {
        found.add(new TemplateWarning(code, message, shown, position.line(), position.column(), suggestion));
    }
}
