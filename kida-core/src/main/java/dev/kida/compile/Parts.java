package dev.kida.compile;

import dev.kida.analyze.Children;
import dev.kida.syntax.Stmt;

/** Says which statements may be moved to a method of their own. */
final class Parts {

    private Parts() {}

    /** Whether a statement jumps out of itself to a loop around it. */
    static boolean leavesLoop(Stmt statement) {
        if (statement instanceof Stmt.Break || statement instanceof Stmt.Continue) {
            return true;
        }
        if (statement instanceof Stmt.For loop) {
            return loop.empty().stream().anyMatch(Parts::leavesLoop);
        }
        boolean catches = statement instanceof Stmt.While
                || statement instanceof Stmt.Block
                || statement instanceof Stmt.Def
                || statement instanceof Stmt.CallBlock
                || statement instanceof Stmt.Defer
                || statement instanceof Stmt.Embed;
        return !catches
                && Children.bodies(statement).stream()
                        .anyMatch(body -> body.stream().anyMatch(Parts::leavesLoop));
    }
}
