package dev.kida.analyze;

import dev.kida.error.ErrorCode;
import dev.kida.error.SourceText;
import dev.kida.error.TemplateSecurityException;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;

/** Refuses templates that compute the names of others, for engines whose policy says so. */
public final class ComputedNames {

    private ComputedNames() {}

    /**
     * Looks at every reference to a template.
     *
     * @throws TemplateSecurityException K-SEC-004 at the first whose name is not a literal
     */
    public static void refuse(TemplateNode tree, SourceText source) {
        Children.walk(
                tree.body(),
                statement -> {
                    if (statement instanceof Stmt.Extends node) {
                        check(node.parent(), node.position(), source);
                    } else if (statement instanceof Stmt.Include node) {
                        check(node.template(), node.position(), source);
                    } else if (statement instanceof Stmt.Embed node) {
                        check(node.template(), node.position(), source);
                    } else if (statement instanceof Stmt.Import node) {
                        check(node.template(), node.position(), source);
                    } else if (statement instanceof Stmt.FromImport node) {
                        check(node.template(), node.position(), source);
                    }
                },
                expression -> {});
    }

    private static void check(Expr name, Position position, SourceText source) {
        if (References.literal(name) == null) {
            TemplateSecurityException refused = new TemplateSecurityException(
                    ErrorCode.K_SEC_004,
                    "A sandboxed template cannot compute the name of another",
                    "Write the name as a literal");
            refused.locate(source, position.line(), position.column());
            throw refused;
        }
    }
}
