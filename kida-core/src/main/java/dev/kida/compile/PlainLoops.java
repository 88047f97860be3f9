package dev.kida.compile;

import dev.kida.analyze.Children;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import java.util.Set;

/** Finds the loops of which nobody asks anything as {@code loop}. */
final class PlainLoops {

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

    private PlainLoops() {}

    /** Whether what the loop repeats cannot see it under its name. */
    static boolean isPlain(Stmt.For loop) {
        boolean[] plain = {true};
        Expr filter = loop.filter();
        if (filter != null) {
            Children.walk(filter, expression -> plain[0] &= !isLoop(expression));
        }
        Children.walk(
                loop.body(),
                statement -> plain[0] &= KNOWN.contains(statement.getClass()),
                expression -> plain[0] &= !isLoop(expression));
        return plain[0];
    }

    private static boolean isLoop(Expr expression) {
        return expression instanceof Expr.Name name && name.name().equals("loop");
    }
}
