package dev.kida.analyze;

import dev.kida.syntax.Stmt;
import java.util.List;

/** How much code statements become, for whoever has to keep methods below the limit of the class file format. */
public final class Weight {

    /** The weight above which a body is cut into several methods. */
    public static final int LARGE = Planner.LARGE;

    private Weight() {}

    public static int of(Stmt statement) {
        return Planner.weight(statement);
    }

    public static int of(List<Stmt> body) {
        return Planner.weight(body);
    }
}
