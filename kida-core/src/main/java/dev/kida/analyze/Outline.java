package dev.kida.analyze;

import dev.kida.syntax.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the parts of large expressions that have to be methods of their own, from the leaves up: what is left of an
 * expression when its cuts are taken out costs no more than a limit. Not thread-safe.
 */
public final class Outline {

    /** What the call of a method costs that stands for a part. */
    private static final int CALL_OF_PART = 5;

    /** Parts below this cost are not worth a method. */
    private static final int SMALLEST = 12;

    private final int limit;
    private final Map<Expr, Integer> costs = new IdentityHashMap<>();
    private final Set<Expr> cuts = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * @param limit the cost of one method
     */
    public Outline(int limit) {
        this.limit = limit;
    }

    /** Looks at an expression and everything below it. */
    public void add(Expr root) {
        cost(root);
    }

    /** Whether an expression becomes a method of its own, unless it is the expression of that method. */
    public boolean isCut(Expr expression) {
        return cuts.contains(expression);
    }

    /** Whether expressions are too many to be evaluated one after the other in one method. */
    public boolean isWide(List<Expr> expressions) {
        return costOf(expressions) > limit;
    }

    /** Cuts a long list into pieces that each fit into a method. */
    public List<List<Expr>> pieces(List<Expr> expressions) {
        int target = Math.max(limit, costOf(expressions) / limit);
        List<List<Expr>> pieces = new ArrayList<>();
        int start = 0;
        int cost = 0;
        for (int i = 0; i < expressions.size(); i++) {
            int own = costOf(expressions.get(i));
            if (i > start && cost + own > target) {
                pieces.add(expressions.subList(start, i));
                start = i;
                cost = 0;
            }
            cost += own;
        }
        pieces.add(expressions.subList(start, expressions.size()));
        return pieces;
    }

    private int costOf(List<Expr> expressions) {
        int cost = 0;
        for (Expr expression : expressions) {
            cost += costOf(expression);
        }
        return cost;
    }

    private int costOf(Expr expression) {
        return cuts.contains(expression) ? CALL_OF_PART : costs.getOrDefault(expression, 0);
    }

    private int cost(Expr expression) {
        Integer known = costs.get(expression);
        if (known != null) {
            return known;
        }
        List<Expr> children = Children.of(expression);
        for (Expr child : children) {
            cost(child);
        }
        int cost = own(expression) + costOf(children);
        if (cost > limit) {
            cost = own(expression) + cut(children, limit - own(expression));
        }
        costs.put(expression, cost);
        return cost;
    }

    /** Takes out the most expensive parts until the rest is small enough; returns what the rest costs. */
    private int cut(List<Expr> children, int room) {
        List<Expr> expensive = new ArrayList<>(children);
        expensive.sort((a, b) -> Integer.compare(costOf(b), costOf(a)));
        int cost = costOf(children);
        for (Expr child : expensive) {
            int own = costOf(child);
            if (cost <= room || own < SMALLEST) {
                break;
            }
            cuts.add(child);
            cost += CALL_OF_PART - own;
        }
        // A list that is still too long is filled piece by piece.
        return Math.min(cost, room);
    }

    private static int own(Expr expression) {
        if (expression instanceof Expr.Constant || expression instanceof Expr.Name) {
            return 1;
        }
        if (expression instanceof Expr.Call
                || expression instanceof Expr.Coalesce
                || expression instanceof Expr.Comprehension
                || expression instanceof Expr.Await) {
            return 8;
        }
        return expression instanceof Expr.Filter || expression instanceof Expr.Test ? 6 : 2;
    }
}
