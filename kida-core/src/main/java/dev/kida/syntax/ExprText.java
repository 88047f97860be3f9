package dev.kida.syntax;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes an expression down in the template's notation, for messages. */
public final class ExprText implements Expr.Visitor<String> {

    private static final ExprText INSTANCE = new ExprText();

    private ExprText() {}

    /** The expression on one line; parentheses stand wherever an operand is more than a single term. */
    public static String of(Expr expression) {
        return expression.accept(INSTANCE);
    }

    private static String operand(Expr expression) {
        boolean term = expression instanceof Expr.Constant
                || expression instanceof Expr.Name
                || expression instanceof Expr.TupleLiteral
                || expression instanceof Expr.ListLiteral
                || expression instanceof Expr.DictLiteral
                || expression instanceof Expr.Comprehension
                || expression instanceof Expr.Attribute
                || expression instanceof Expr.Item
                || expression instanceof Expr.Slice
                || expression instanceof Expr.Call;
        return term ? of(expression) : "(" + of(expression) + ")";
    }

    /** A filter reads from left to right, so that a chain of them needs no parentheses. */
    private static String subject(Expr expression) {
        return expression instanceof Expr.Filter ? of(expression) : operand(expression);
    }

    private static String list(List<Expr> elements) {
        return elements.stream().map(ExprText::of).collect(Collectors.joining(", "));
    }

    private static String arguments(List<Expr> positional, List<Argument> keywords) {
        String named = keywords.stream()
                .map(keyword -> keyword.name() + "=" + of(keyword.value()))
                .collect(Collectors.joining(", "));
        String first = list(positional);
        return "(" + first + (first.isEmpty() || named.isEmpty() ? "" : ", ") + named + ")";
    }

    private static String optionalArguments(List<Expr> positional, List<Argument> keywords) {
        return positional.isEmpty() && keywords.isEmpty() ? "" : arguments(positional, keywords);
    }

    private static String target(Target target) {
        if (target instanceof Target.NameTarget name) {
            return name.name();
        }
        return ((Target.TupleTarget) target)
                .elements().stream()
                        .map(each -> each instanceof Target.TupleTarget ? "(" + target(each) + ")" : target(each))
                        .collect(Collectors.joining(", "));
    }

    private static String part(@Nullable Expr expression) {
        return expression == null ? "" : of(expression);
    }

    @Override
    public String visitConstant(Expr.Constant node) {
        Object value = node.value();
        if (value == null) {
            return "none";
        }
        return value instanceof String text
                ? "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"
                : value.toString();
    }

    @Override
    public String visitName(Expr.Name node) {
        return node.name();
    }

    @Override
    public String visitTuple(Expr.TupleLiteral node) {
        return "(" + list(node.elements()) + (node.elements().size() == 1 ? ",)" : ")");
    }

    @Override
    public String visitList(Expr.ListLiteral node) {
        return "[" + list(node.elements()) + "]";
    }

    @Override
    public String visitDict(Expr.DictLiteral node) {
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < node.keys().size(); i++) {
            out.append(i == 0 ? "" : ", ").append(of(node.keys().get(i)));
            out.append(": ").append(of(node.values().get(i)));
        }
        return out.append('}').toString();
    }

    @Override
    public String visitComprehension(Expr.Comprehension node) {
        Expr condition = node.condition();
        return "[" + of(node.element()) + " for " + target(node.target()) + " in " + operand(node.iterable())
                + (condition == null ? "" : " if " + of(condition)) + "]";
    }

    @Override
    public String visitAttribute(Expr.Attribute node) {
        return operand(node.object()) + (node.optional() ? "?." : ".") + node.name();
    }

    @Override
    public String visitItem(Expr.Item node) {
        return operand(node.object()) + (node.optional() ? "?[" : "[") + of(node.key()) + "]";
    }

    @Override
    public String visitSlice(Expr.Slice node) {
        String step = node.step() == null ? "" : ":" + part(node.step());
        return operand(node.object()) + (node.optional() ? "?[" : "[") + part(node.start()) + ":" + part(node.stop())
                + step + "]";
    }

    @Override
    public String visitCall(Expr.Call node) {
        return operand(node.callee()) + arguments(node.arguments(), node.keywords());
    }

    @Override
    public String visitFilter(Expr.Filter node) {
        String pipe =
                switch (node.pipe()) {
                    case PIPE -> " | ";
                    case OPTIONAL -> " ?| ";
                    case PIPELINE -> " |> ";
                    case SAFE_PIPELINE -> " ?|> ";
                };
        return subject(node.value()) + pipe + node.name() + optionalArguments(node.arguments(), node.keywords());
    }

    @Override
    public String visitTest(Expr.Test node) {
        return operand(node.value())
                + (node.negated() ? " is not " : " is ")
                + node.name()
                + optionalArguments(node.arguments(), node.keywords());
    }

    @Override
    public String visitUnary(Expr.Unary node) {
        String operator =
                switch (node.operator()) {
                    case NOT -> "not ";
                    case NEGATE -> "-";
                    case PLUS -> "+";
                };
        return operator + operand(node.operand());
    }

    @Override
    public String visitBinary(Expr.Binary node) {
        String operator =
                switch (node.operator()) {
                    case ADD -> " + ";
                    case SUBTRACT -> " - ";
                    case MULTIPLY -> " * ";
                    case DIVIDE -> " / ";
                    case FLOOR_DIVIDE -> " // ";
                    case MODULO -> " % ";
                    case POWER -> " ** ";
                    case CONCAT -> " ~ ";
                };
        return operand(node.left()) + operator + operand(node.right());
    }

    @Override
    public String visitLogical(Expr.Logical node) {
        return operand(node.left()) + (node.and() ? " and " : " or ") + operand(node.right());
    }

    @Override
    public String visitComparison(Expr.Comparison node) {
        StringBuilder out = new StringBuilder(operand(node.first()));
        for (Expr.Link link : node.links()) {
            out.append(
                            switch (link.comparator()) {
                                case EQ -> " == ";
                                case NE -> " != ";
                                case LT -> " < ";
                                case LE -> " <= ";
                                case GT -> " > ";
                                case GE -> " >= ";
                                case IN -> " in ";
                                case NOT_IN -> " not in ";
                                case IS -> " is ";
                                case IS_NOT -> " is not ";
                            })
                    .append(operand(link.operand()));
        }
        return out.toString();
    }

    @Override
    public String visitConditional(Expr.Conditional node) {
        Expr otherwise = node.otherwise();
        return operand(node.then()) + " if " + operand(node.test())
                + (otherwise == null ? "" : " else " + operand(otherwise));
    }

    @Override
    public String visitCoalesce(Expr.Coalesce node) {
        return operand(node.left()) + " ?? " + operand(node.right());
    }

    @Override
    public String visitRange(Expr.RangeLiteral node) {
        Expr step = node.step();
        return operand(node.start())
                + (node.inclusive() ? ".." : "...")
                + operand(node.end())
                + (step == null ? "" : " by " + operand(step));
    }

    @Override
    public String visitAwait(Expr.Await node) {
        return "await " + operand(node.operand());
    }
}
