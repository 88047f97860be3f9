package dev.kida.analyze;

import dev.kida.syntax.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the direct parts of an expression. */
record ExpressionParts(List<Expr> out) implements Expr.Visitor<@Nullable Void> {

    private @Nullable Void add(Expr... parts) {
        out.addAll(List.of(parts));
        return null;
    }

    @Override
    public @Nullable Void visitConstant(Expr.Constant node) {
        return null;
    }

    @Override
    public @Nullable Void visitName(Expr.Name node) {
        return null;
    }

    @Override
    public @Nullable Void visitTuple(Expr.TupleLiteral node) {
        out.addAll(node.elements());
        return null;
    }

    @Override
    public @Nullable Void visitList(Expr.ListLiteral node) {
        out.addAll(node.elements());
        return null;
    }

    @Override
    public @Nullable Void visitDict(Expr.DictLiteral node) {
        for (int i = 0; i < node.keys().size(); i++) {
            add(node.keys().get(i), node.values().get(i));
        }
        return null;
    }

    @Override
    public @Nullable Void visitComprehension(Expr.Comprehension node) {
        add(node.iterable());
        Children.optional(node.condition(), out);
        return add(node.element());
    }

    @Override
    public @Nullable Void visitAttribute(Expr.Attribute node) {
        return add(node.object());
    }

    @Override
    public @Nullable Void visitItem(Expr.Item node) {
        return add(node.object(), node.key());
    }

    @Override
    public @Nullable Void visitSlice(Expr.Slice node) {
        add(node.object());
        Children.optional(node.start(), out);
        Children.optional(node.stop(), out);
        Children.optional(node.step(), out);
        return null;
    }

    @Override
    public @Nullable Void visitCall(Expr.Call node) {
        add(node.callee());
        Children.arguments(node.arguments(), node.keywords(), out);
        return null;
    }

    @Override
    public @Nullable Void visitFilter(Expr.Filter node) {
        add(node.value());
        Children.arguments(node.arguments(), node.keywords(), out);
        return null;
    }

    @Override
    public @Nullable Void visitTest(Expr.Test node) {
        add(node.value());
        Children.arguments(node.arguments(), node.keywords(), out);
        return null;
    }

    @Override
    public @Nullable Void visitUnary(Expr.Unary node) {
        return add(node.operand());
    }

    @Override
    public @Nullable Void visitBinary(Expr.Binary node) {
        return add(node.left(), node.right());
    }

    @Override
    public @Nullable Void visitLogical(Expr.Logical node) {
        return add(node.left(), node.right());
    }

    @Override
    public @Nullable Void visitComparison(Expr.Comparison node) {
        add(node.first());
        node.links().forEach(link -> add(link.operand()));
        return null;
    }

    @Override
    public @Nullable Void visitConditional(Expr.Conditional node) {
        add(node.test(), node.then());
        Children.optional(node.otherwise(), out);
        return null;
    }

    @Override
    public @Nullable Void visitCoalesce(Expr.Coalesce node) {
        return add(node.left(), node.right());
    }

    @Override
    public @Nullable Void visitRange(Expr.RangeLiteral node) {
        add(node.start(), node.end());
        Children.optional(node.step(), out);
        return null;
    }

    @Override
    public @Nullable Void visitAwait(Expr.Await node) {
        return add(node.operand());
    }
}
