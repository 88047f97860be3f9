package dev.kida.analyze;

import dev.kida.syntax.Stmt;
import java.util.List;

/** How much code statements become, for whoever has to keep methods below the limit of the class file format. */
public final class Weight {

    /** The weight above which a body is cut into several methods. */
    public static final int LARGE = Planner.LARGE;

    /** The nesting above which a body becomes a method of its own. */
    public static final int DEEP = Planner.DEEP;

    private Weight() {}

    /** Whether a unit with this body has to be cut into several methods. */
    public static boolean isTooMuch(List<Stmt> body) {
        return Planner.weight(body) > LARGE || Planner.depth(body) > DEEP;
    }

    public static int of(Stmt statement) {
        return Planner.weight(statement);
    }

    public static int of(List<Stmt> body) {
        return Planner.weight(body);
    }
}
