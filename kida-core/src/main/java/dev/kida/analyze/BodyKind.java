package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import java.util.List;
import java.util.Set;

/** What the body of a template comes to, as far as those who include or import it can make use of it. */
public enum BodyKind {

    /** Text, values, conditions and loops: nothing is assigned, and nothing is started that could keep the run. */
    PLAIN,

    /** Components and the text between them, so that an import has nothing to run but the definitions. */
    DEFINITIONS,

    OTHER;

    /** What assigns no names, opens no scopes on the heap, and runs no units but those of components that it calls. */
    private static final Set<Class<? extends Stmt>> PLAIN_STATEMENTS = Set.of(
            Stmt.Text.class, Stmt.Output.class, Stmt.If.class, Stmt.For.class, Stmt.Break.class, Stmt.Continue.class);

    /** The kind of the body of a template. */
    static BodyKind of(List<Stmt> body) {
        if (isPlain(body)) {
            return PLAIN;
        }
        for (Stmt statement : body) {
            if (!(statement instanceof Stmt.Text) && !(statement instanceof Stmt.Def def && !def.region())) {
                return OTHER;
            }
        }
        return DEFINITIONS;
    }

    /** Whether a body is plain, be it that of a template or of a component. */
    public static boolean isPlain(List<Stmt> body) {
        Plain found = new Plain();
        Children.walk(body, found);
        return found.plain;
    }

    private static final class Plain implements NodeVisitor {

        private boolean plain = true;

        @Override
        public void statement(Stmt statement) {
            plain &= PLAIN_STATEMENTS.contains(statement.getClass())
                    && !(statement instanceof Stmt.For loop && (loop.async() || !PlainLoops.isPlain(loop)));
        }

        @Override
        public void expression(Expr expression) {
            plain &= !(expression instanceof Expr.Await);
        }
    }
}
