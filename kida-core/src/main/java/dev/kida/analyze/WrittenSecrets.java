package dev.kida.analyze;

import dev.kida.syntax.Argument;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.Target;
import dev.kida.syntax.TemplateNode;
import dev.kida.value.SecretNames;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds secrets that stand in a template: literals of names like {@code api_key}, and text that looks like a key. */
final class WrittenSecrets {

    /** Keys of well-known services, private keys, and signed tokens. */
    private static final Pattern KEY = Pattern.compile("\\bAKIA[0-9A-Z]{16}\\b"
            + "|\\b(?:sk|rk)_live_[0-9A-Za-z]{16,}"
            + "|\\bgh[pousr]_[0-9A-Za-z]{30,}"
            + "|\\bxox[abprs]-[0-9A-Za-z-]{10,}"
            + "|\\bAIza[0-9A-Za-z_-]{35}"
            + "|\\beyJ[0-9A-Za-z_-]{10,}\\.eyJ[0-9A-Za-z_-]{10,}\\.[0-9A-Za-z_-]{10,}"
            + "|-----BEGIN [A-Z ]*PRIVATE KEY-----");

    private final Consumer<Position> report;

    private WrittenSecrets(Consumer<Position> report) {
        this.report = report;
    }

    static void find(TemplateNode tree, Consumer<Position> report) {
        WrittenSecrets secrets = new WrittenSecrets(report);
        Children.walk(tree.body(), secrets::statement, secrets::expression);
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Text node) {
            text(node);
        } else if (statement instanceof Stmt.Assign node) {
            node.assignments().forEach(assignment -> {
                if (assignment.target() instanceof Target.NameTarget target) {
                    named(target.name(), assignment.value());
                }
            });
        } else if (statement instanceof Stmt.With node) {
            node.bindings().forEach(binding -> named(binding.name(), binding.value()));
        } else if (statement instanceof Stmt.Provide node) {
            named(node.name(), node.value());
        } else if (statement instanceof Stmt.Def node) {
            node.parameters().forEach(parameter -> {
                if (parameter.defaultValue() != null) {
                    named(parameter.name(), parameter.defaultValue());
                }
            });
        }
    }

    private void expression(Expr expression) {
        if (expression instanceof Expr.Constant node) {
            if (node.value() instanceof String text && KEY.matcher(text).find()) {
                report.accept(node.position());
            }
        } else if (expression instanceof Expr.Call node) {
            arguments(node.keywords());
        } else if (expression instanceof Expr.Filter node) {
            arguments(node.keywords());
        } else if (expression instanceof Expr.DictLiteral node) {
            for (int i = 0; i < node.keys().size(); i++) {
                String key = References.literal(node.keys().get(i));
                if (key != null) {
                    named(key, node.values().get(i));
                }
            }
        }
    }

    private void arguments(List<Argument> keywords) {
        keywords.forEach(keyword -> named(keyword.name(), keyword.value()));
    }

    private void named(String name, Expr value) {
        String literal = References.literal(value);
        boolean key = literal != null && KEY.matcher(literal).find(); // reported as an expression
        if (literal != null && !key && !literal.isBlank() && SecretNames.matches(name)) {
            report.accept(value.position());
        }
    }

    private void text(Stmt.Text node) {
        Matcher matcher = KEY.matcher(node.text());
        while (matcher.find()) {
            String before = node.text().substring(0, matcher.start());
            int lines = (int) before.chars().filter(c -> c == '\n').count();
            int column = lines == 0
                    ? node.position().column() + before.length()
                    : before.length() - before.lastIndexOf('\n') - 1;
            report.accept(new Position(node.position().line() + lines, column));
        }
    }
}
