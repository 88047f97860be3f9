package dev.kida.analyze;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateWarning;
import dev.kida.syntax.Expr;
import dev.kida.syntax.ExprText;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import dev.kida.value.SecretNames;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for pages that tell more than they should: values whose names say that they are secret (K-PRI-001, marked as safe
 * K-PRI-003), secrets that are written down (K-PRI-002), whole objects (K-PRI-004), and templates that data chooses
 * (K-PRI-005).
 */
public final class PrivacyChecks {

    /** Filters that print all there is in an object. */
    private static final Set<String> DUMPS = Set.of("tojson", "pprint", "string", "xmlattr", "urlencode");

    /** Names that stand for far more than a page can need. */
    private static final Set<String> BROAD =
            Set.of("request", "session", "config", "settings", "environment", "env", "headers", "principal");

    private final String template;
    private final Set<String> objects = new HashSet<>();
    private final Set<Expr> methods = new HashSet<>();
    private final Set<TemplateWarning> found = new LinkedHashSet<>();

    private PrivacyChecks(String template) {
        this.template = template;
    }

    /** Finds K-PRI-001 to K-PRI-005. */
    public static List<TemplateWarning> check(TemplateNode tree, String template) {
        PrivacyChecks checks = new PrivacyChecks(template);
        Children.walk(tree.body(), statement -> {}, checks::collectObject);
        Children.walk(tree.body(), checks::statement, expression -> {});
        WrittenSecrets.find(
                tree,
                position -> checks.add(
                        ErrorCode.K_PRI_002,
                        "A secret is written into the template",
                        position,
                        "Let the model supply it, or do without; then change the secret"));
        return List.copyOf(checks.found);
    }

    /** What has attributes is an object; methods do not count, because texts and lists have some, too. */
    private void collectObject(Expr expression) {
        if (expression instanceof Expr.Call node) {
            methods.add(node.callee()); // comes before its parts
        } else if (expression instanceof Expr.Attribute node && !methods.contains(node) && !isLoop(node.object())) {
            objects.add(ExprText.of(node.object()));
        }
    }

    private static boolean isLoop(Expr expression) {
        return expression instanceof Expr.Name name && name.name().equals("loop");
    }

    // ---- statements -------------------------------------------------------------------------------------------

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Output node) {
            PrintedValue.of(node.expression()).forEach(this::printed);
        } else if (statement instanceof Stmt.Trans node) {
            node.bindings().forEach(binding -> PrintedValue.of(binding.value()).forEach(this::printed));
        } else if (statement instanceof Stmt.Include node) {
            target(node.template());
        } else if (statement instanceof Stmt.Extends node) {
            target(node.parent());
        } else if (statement instanceof Stmt.Embed node) {
            target(node.template());
        } else if (statement instanceof Stmt.Import node) {
            target(node.template());
        } else if (statement instanceof Stmt.FromImport node) {
            target(node.template());
        }
    }

    private void target(Expr name) {
        if (!isLiteral(name)) {
            add(
                    ErrorCode.K_PRI_005,
                    "'" + ExprText.of(name) + "' decides which template is read",
                    name.position(),
                    "Name the templates that are meant: 'a.html' if … else 'b.html'");
        }
    }

    private static boolean isLiteral(Expr name) {
        return name instanceof Expr.Conditional choice
                ? isLiteral(choice.then()) && (choice.otherwise() == null || isLiteral(choice.otherwise()))
                : References.literal(name) != null;
    }

    // ---- printed values ---------------------------------------------------------------------------------------

    private void printed(PrintedValue value) {
        Expr secret = secret(value.expression());
        if (secret == null) {
            broad(value);
        } else if (value.trusted()) {
            add(
                    ErrorCode.K_PRI_003,
                    "'" + ExprText.of(secret) + "' is marked as safe, and its name says that it is secret",
                    secret.position(),
                    "Do not print it; if it is harmless, print it escaped");
        } else {
            add(
                    ErrorCode.K_PRI_001,
                    "'" + ExprText.of(secret) + "' is printed, and its name says that it is secret",
                    secret.position(),
                    "Do not print it; if it is harmless, rename it");
        }
    }

    /** The part of an expression that is named like a secret; what is only compared is not printed. */
    private static @Nullable Expr secret(Expr expression) {
        if (expression instanceof Expr.Comparison || expression instanceof Expr.Test) {
            return null;
        }
        if (expression instanceof Expr.Call node && isNamed(node.callee(), true)) {
            return null; // csrf_token() and the like
        }
        if (isNamed(expression, false)) {
            return isNamed(expression, true) ? null : expression;
        }
        for (Expr part : Children.of(expression)) {
            Expr secret = secret(part);
            if (secret != null) {
                return secret;
            }
        }
        return null;
    }

    /** Whether the last step of a path is a secret's name, or any step one of form protection. */
    private static boolean isNamed(Expr expression, boolean form) {
        String name = step(expression);
        if (name == null) {
            return false;
        }
        if (!form) {
            return SecretNames.matches(name);
        }
        return SecretNames.isFormToken(name)
                || expression instanceof Expr.Attribute node && isNamed(node.object(), true)
                || expression instanceof Expr.Item item && isNamed(item.object(), true);
    }

    private static @Nullable String step(Expr expression) {
        if (expression instanceof Expr.Name node) {
            return node.name();
        }
        if (expression instanceof Expr.Attribute node) {
            return node.name();
        }
        return expression instanceof Expr.Item node ? References.literal(node.key()) : null;
    }

    private void broad(PrintedValue value) {
        Expr object = value.expression();
        while (object instanceof Expr.Filter filter && DUMPS.contains(filter.name())) {
            object = filter.value();
        }
        boolean path = object instanceof Expr.Name || object instanceof Expr.Attribute || object instanceof Expr.Item;
        String text = path ? ExprText.of(object) : "";
        if (path && (objects.contains(text) || BROAD.contains(text))) {
            add(
                    ErrorCode.K_PRI_004,
                    "The whole of '" + text + "' is printed",
                    object.position(),
                    "Print the attributes that are meant: {'name': " + text + ".name} | tojson");
        }
    }

    private void add(ErrorCode code, String message, Position position, String suggestion) {
        found.add(new TemplateWarning(code, message, template, position.line(), position.column(), suggestion));
    }
}
