package dev.kida.analyze;

import dev.kida.syntax.Argument;
import dev.kida.syntax.Expr;
import dev.kida.syntax.ExprChildren;
import dev.kida.syntax.Pattern;
import dev.kida.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lists what a node contains directly, so that analyses need not know every kind of node. */
public final class Children {

    private Children() {}

    /** The expressions a statement evaluates itself, in order; those of nested statements are not among them. */
    public static List<Expr> expressions(Stmt statement) {
        List<Expr> found = new ArrayList<>();
        statement.accept(new StatementExpressions(found));
        return found;
    }

    /** The bodies of a statement, in order. Bodies that are units of their own are among them. */
    public static List<List<Stmt>> bodies(Stmt statement) {
        return Bodies.of(statement);
    }

    /** The direct parts of an expression, as they are written. */
    public static List<Expr> of(Expr expression) {
        return ExprChildren.of(expression);
    }

    /** Visits statements and everything below them, units included. */
    public static void walk(List<Stmt> body, Consumer<Stmt> statements, Consumer<Expr> expressions) {
        walk(body, new NodeVisitor() {
            @Override
            public void statement(Stmt statement) {
                statements.accept(statement);
            }

            @Override
            public void expression(Expr expression) {
                expressions.accept(expression);
            }
        });
    }

    /** As above, for what runs whenever a template is compiled: a lambda takes longer to link than most templates to visit. */
    public static void walk(List<Stmt> body, NodeVisitor visitor) {
        for (Stmt statement : body) {
            visitor.statement(statement);
            for (Expr expression : expressions(statement)) {
                walk(expression, visitor);
            }
            for (List<Stmt> inner : bodies(statement)) {
                walk(inner, visitor);
            }
        }
    }

    private static void walk(Expr expression, NodeVisitor visitor) {
        visitor.expression(expression);
        for (Expr part : of(expression)) {
            walk(part, visitor);
        }
    }

    /** Visits an expression and everything below it. */
    public static void walk(Expr expression, Consumer<Expr> visitor) {
        visitor.accept(expression);
        for (Expr part : of(expression)) {
            walk(part, visitor);
        }
    }

    static void pattern(Pattern pattern, List<Expr> out) {
        if (pattern instanceof Pattern.Value value) {
            out.add(value.expression());
        } else if (pattern instanceof Pattern.Sequence sequence) {
            for (Pattern element : sequence.elements()) {
                pattern(element, out);
            }
        }
    }

    static void arguments(List<Expr> positional, List<Argument> named, List<Expr> out) {
        out.addAll(positional);
        for (Argument argument : named) {
            out.add(argument.value());
        }
    }

    static void optional(@Nullable Expr expression, List<Expr> out) {
        if (expression != null) {
            out.add(expression);
        }
    }
}
