package dev.kida.analyze;

import dev.kida.syntax.Argument;
import dev.kida.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of the values an output can print, and what is known about its text.
 *
 * @param expression the expression without the filters that keep markup as it is
 * @param trusted whether it is marked as safe
 */
record PrintedValue(Expr expression, boolean trusted) {

    private static final Set<String> NUMBER_FILTERS =
            Set.of("int", "float", "length", "count", "wordcount", "abs", "round");

    private static final Set<String> LOOP_NUMBERS =
            Set.of("index", "index0", "revindex", "revindex0", "length", "depth", "depth0");

    private static final String SAFE = "safe";
    private static final Set<String> KEEP_MARKUP = Set.of(SAFE, "escape", "e");
    private static final Set<String> DEFAULT = Set.of("default", "d");

    /** The values an expression can have: both sides of conditions, defaults and the like. */
    static List<PrintedValue> of(Expr expression) {
        List<PrintedValue> values = new ArrayList<>();
        collect(expression, false, values);
        return values;
    }

    private static void collect(Expr expression, boolean trusted, List<PrintedValue> values) {
        if (expression instanceof Expr.Conditional node) {
            collect(node.then(), trusted, values);
            if (node.otherwise() != null) {
                collect(node.otherwise(), trusted, values);
            }
        } else if (expression instanceof Expr.Coalesce node) {
            collect(node.left(), trusted, values);
            collect(node.right(), trusted, values);
        } else if (expression instanceof Expr.Logical node) {
            collect(node.left(), trusted, values);
            collect(node.right(), trusted, values);
        } else if (expression instanceof Expr.Await node) {
            collect(node.operand(), trusted, values);
        } else if (expression instanceof Expr.Filter node && KEEP_MARKUP.contains(node.name())) {
            collect(node.value(), trusted || node.name().equals(SAFE), values);
        } else if (expression instanceof Expr.Filter node && DEFAULT.contains(node.name())) {
            collect(node.value(), trusted, values);
            node.arguments().forEach(argument -> collect(argument, trusted, values));
            node.keywords().forEach(argument -> collect(argument.value(), trusted, values));
        } else {
            values.add(new PrintedValue(expression, trusted));
        }
    }

    /** Whether its text is the author's own, or a number or truth value: nothing that could mean anything else. */
    boolean isHarmless() {
        return isHarmless(expression);
    }

    private static boolean isHarmless(Expr expression) {
        if (expression instanceof Expr.Binary node && joins(node)) {
            return isHarmless(node.left()) && isHarmless(node.right());
        }
        return expression instanceof Expr.Constant
                || expression instanceof Expr.Comparison
                || expression instanceof Expr.Test
                || isNumber(expression);
    }

    private static boolean joins(Expr.Binary node) {
        return switch (node.operator()) {
            case CONCAT, ADD, MULTIPLY, MODULO -> true;
            default -> false;
        };
    }

    private static boolean isNumber(Expr expression) {
        if (expression instanceof Expr.Unary) {
            return true;
        }
        if (expression instanceof Expr.Binary node) {
            return !joins(node);
        }
        if (expression instanceof Expr.Filter node) {
            return NUMBER_FILTERS.contains(node.name());
        }
        return expression instanceof Expr.Attribute node
                && node.object() instanceof Expr.Name name
                && name.name().equals("loop")
                && LOOP_NUMBERS.contains(node.name());
    }

    /** The filter it went through last, or null. */
    @Nullable
    String filter() {
        return expression instanceof Expr.Filter filter ? filter.name() : null;
    }

    boolean wentThrough(String... filters) {
        String last = filter();
        return last != null && List.of(filters).contains(last);
    }

    /** Whether it is JSON with double quotes in it. */
    boolean isJsonWithQuotes() {
        if (!(expression instanceof Expr.Filter filter) || !filter.name().equals("tojson")) {
            return false;
        }
        return filter.keywords().stream().noneMatch(PrintedValue::asksForAttribute);
    }

    private static boolean asksForAttribute(Argument argument) {
        return argument.name().equals("attr")
                && argument.value() instanceof Expr.Constant constant
                && Boolean.TRUE.equals(constant.value());
    }

    /** What a call gives is up to whoever wrote the function. */
    boolean isCall() {
        return expression instanceof Expr.Call;
    }

    /** Whether it begins with text of the author that settles what kind of URL it is. */
    boolean beginsUrl() {
        Expr at = expression;
        while (at instanceof Expr.Binary node && joins(node)) {
            at = node.left();
        }
        return at instanceof Expr.Constant constant
                && constant.value() instanceof String text
                && UrlStart.isSettledBy(text);
    }
}
