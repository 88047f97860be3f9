package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import java.util.Set;

/** Finds the loops of which nobody asks anything as {@code loop}. */
public final class PlainLoops implements NodeVisitor {

    /** What hands no variables of the loop to other units or templates. */
    private static final Set<Class<? extends Stmt>> KNOWN = Set.of(
            Stmt.Text.class,
            Stmt.Output.class,
            Stmt.If.class,
            Stmt.For.class,
            Stmt.Match.class,
            Stmt.Assign.class,
            Stmt.Break.class,
            Stmt.Continue.class);

    private boolean plain = true;

    private PlainLoops() {}

    /** Whether what the loop repeats cannot see it under its name. */
    public static boolean isPlain(Stmt.For loop) {
        PlainLoops found = new PlainLoops();
        Expr filter = loop.filter();
        if (filter != null) {
            Children.walk(filter, found::expression);
        }
        Children.walk(loop.body(), found);
        return found.plain;
    }

    @Override
    public void statement(Stmt statement) {
        plain &= KNOWN.contains(statement.getClass());
    }

    @Override
    public void expression(Expr expression) {
        plain &= !(expression instanceof Expr.Name name && name.name().equals("loop"));
    }
}
