package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Pattern;
import dev.kida.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much code statements become, for whoever has to keep methods below the limit of the class file format. */
public final class Weight {

    private Weight() {}

    /** Whether a unit with this body has to be cut into several methods. */
    public static boolean isTooMuch(List<Stmt> body, Granularity granularity) {
        return Planner.weight(body) > granularity.statements() || Planner.depth(body) > granularity.depth();
    }

    public static int of(Stmt statement) {
        return Planner.weight(statement);
    }

    /** The weight of a case without its body. */
    public static int of(Pattern pattern, @Nullable Expr guard) {
        List<Expr> expressions = new ArrayList<>();
        Children.pattern(pattern, expressions);
        Children.optional(guard, expressions);
        int weight = 2;
        for (Expr expression : expressions) {
            weight += 2 + Planner.weight(expression);
        }
        return weight;
    }

    public static int of(Expr expression) {
        return Planner.weight(expression);
    }

    public static int of(List<Stmt> body) {
        return Planner.weight(body);
    }
}
