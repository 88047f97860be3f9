package dev.kida.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The expressions an expression is made of, in the order they are written. */
public final class ExprChildren implements Expr.Visitor<List<Expr>> {

    private static final ExprChildren INSTANCE = new ExprChildren();

    private ExprChildren() {}

    /** The direct parts of an expression. */
    public static List<Expr> of(Expr expression) {
        return expression.accept(INSTANCE);
    }

    private static List<Expr> list(@Nullable Expr... parts) {
        List<Expr> list = new ArrayList<>(parts.length);
        for (Expr part : parts) {
            if (part != null) {
                list.add(part);
            }
        }
        return list;
    }

    private static List<Expr> withArguments(Expr first, List<Expr> positional, List<Argument> keywords) {
        List<Expr> list = new ArrayList<>(1 + positional.size() + keywords.size());
        list.add(first);
        list.addAll(positional);
        for (Argument keyword : keywords) {
            list.add(keyword.value());
        }
        return list;
    }

    @Override
    public List<Expr> visitConstant(Expr.Constant node) {
        return List.of();
    }

    @Override
    public List<Expr> visitName(Expr.Name node) {
        return List.of();
    }

    @Override
    public List<Expr> visitTuple(Expr.TupleLiteral node) {
        return node.elements();
    }

    @Override
    public List<Expr> visitList(Expr.ListLiteral node) {
        return node.elements();
    }

    @Override
    public List<Expr> visitDict(Expr.DictLiteral node) {
        List<Expr> list = new ArrayList<>();
        for (int i = 0; i < node.keys().size(); i++) {
            list.add(node.keys().get(i));
            list.add(node.values().get(i));
        }
        return list;
    }

    @Override
    public List<Expr> visitComprehension(Expr.Comprehension node) {
        return list(node.element(), node.iterable(), node.condition());
    }

    @Override
    public List<Expr> visitAttribute(Expr.Attribute node) {
        return List.of(node.object());
    }

    @Override
    public List<Expr> visitItem(Expr.Item node) {
        return List.of(node.object(), node.key());
    }

    @Override
    public List<Expr> visitSlice(Expr.Slice node) {
        return list(node.object(), node.start(), node.stop(), node.step());
    }

    @Override
    public List<Expr> visitCall(Expr.Call node) {
        return withArguments(node.callee(), node.arguments(), node.keywords());
    }

    @Override
    public List<Expr> visitFilter(Expr.Filter node) {
        return withArguments(node.value(), node.arguments(), node.keywords());
    }

    @Override
    public List<Expr> visitTest(Expr.Test node) {
        return withArguments(node.value(), node.arguments(), node.keywords());
    }

    @Override
    public List<Expr> visitUnary(Expr.Unary node) {
        return List.of(node.operand());
    }

    @Override
    public List<Expr> visitBinary(Expr.Binary node) {
        return List.of(node.left(), node.right());
    }

    @Override
    public List<Expr> visitLogical(Expr.Logical node) {
        return List.of(node.left(), node.right());
    }

    @Override
    public List<Expr> visitComparison(Expr.Comparison node) {
        List<Expr> list = list(node.first());
        for (Expr.Link link : node.links()) {
            list.add(link.operand());
        }
        return list;
    }

    @Override
    public List<Expr> visitConditional(Expr.Conditional node) {
        return list(node.then(), node.test(), node.otherwise());
    }

    @Override
    public List<Expr> visitCoalesce(Expr.Coalesce node) {
        return List.of(node.left(), node.right());
    }

    @Override
    public List<Expr> visitRange(Expr.RangeLiteral node) {
        return list(node.start(), node.end(), node.step());
    }

    @Override
    public List<Expr> visitAwait(Expr.Await node) {
        return List.of(node.operand());
    }
}
