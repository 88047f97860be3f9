package dev.kida.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression of the template language (spec 02). Nodes are immutable and carry the place they were read from. */
public sealed interface Expr {

    Position position();

    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** A literal: null, {@code Boolean}, {@code Long}, {@code BigInteger}, {@code Double} or {@code String}. */
    record Constant(Position position, @Nullable Object value) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitConstant(this);
        }
    }

    /** A variable read by its name. */
    record Name(Position position, String name) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitName(this);
        }
    }

    /** {@code (a, b)} and implicit tuples. */
    record TupleLiteral(Position position, List<Expr> elements) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitTuple(this);
        }
    }

    /** {@code [a, b]}. */
    record ListLiteral(Position position, List<Expr> elements) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitList(this);
        }
    }

    /** {@code {k: v}}; {@code keys} and {@code values} have the same length. */
    record DictLiteral(Position position, List<Expr> keys, List<Expr> values) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitDict(this);
        }
    }

    /** {@code [element for target in iterable if condition]}. */
    record Comprehension(
            Position position,
            Expr element,
            Target target,
            Expr iterable,
            @Nullable Expr condition) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitComprehension(this);
        }
    }

    /** {@code object.name}, or {@code object?.name} when optional. The position is that of the dot. */
    record Attribute(Position position, Expr object, String name, boolean optional) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitAttribute(this);
        }
    }

    /** {@code object[key]}, or {@code object?[key]} when optional. */
    record Item(Position position, Expr object, Expr key, boolean optional) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitItem(this);
        }
    }

    /** {@code object[start:stop:step]}; absent parts are null. */
    record Slice(
            Position position,
            Expr object,
            @Nullable Expr start,
            @Nullable Expr stop,
            @Nullable Expr step,
            boolean optional)
            implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitSlice(this);
        }
    }

    /** {@code callee(args, name=value)}. A method call is a call whose callee is an {@link Attribute}. */
    record Call(Position position, Expr callee, List<Expr> arguments, List<Argument> keywords) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitCall(this);
        }
    }

    /** How a filter is joined to its input. */
    enum Pipe {
        /** {@code |} */
        PIPE,
        /** {@code ?|}: skipped for a null input */
        OPTIONAL,
        /** {@code |>} */
        PIPELINE,
        /** {@code ?|>}: skipped for a null input */
        SAFE_PIPELINE
    }

    /** {@code value | name(args)} in any of the four pipe forms. The position is that of the filter's name. */
    record Filter(Position position, Expr value, String name, List<Expr> arguments, List<Argument> keywords, Pipe pipe)
            implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitFilter(this);
        }
    }

    /** {@code value is name(args)}. The position is that of the test's name. */
    record Test(
            Position position, Expr value, String name, List<Expr> arguments, List<Argument> keywords, boolean negated)
            implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitTest(this);
        }
    }

    enum UnaryOperator {
        NOT,
        NEGATE,
        PLUS
    }

    record Unary(Position position, UnaryOperator operator, Expr operand) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitUnary(this);
        }
    }

    enum BinaryOperator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        FLOOR_DIVIDE,
        MODULO,
        POWER,
        CONCAT
    }

    /** Arithmetic and {@code ~}. The position is that of the operator. */
    record Binary(Position position, BinaryOperator operator, Expr left, Expr right) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitBinary(this);
        }
    }

    /** {@code and} / {@code or}: short-circuit, the value is one of the operands. */
    record Logical(Position position, boolean and, Expr left, Expr right) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitLogical(this);
        }
    }

    enum Comparator {
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE,
        IN,
        NOT_IN,
        /** {@code is} followed by a literal or a parenthesised expression (spec 02 §8). */
        IS,
        IS_NOT
    }

    /** One link of a comparison chain. */
    record Link(Position position, Comparator comparator, Expr operand) {}

    /** {@code first op a op b}: a chain with at least one link; inner operands are evaluated once. */
    record Comparison(Position position, Expr first, List<Link> links) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitComparison(this);
        }
    }

    /** {@code then if test else otherwise}; without {@code else} the false value is the empty text. */
    record Conditional(
            Position position,
            Expr test,
            Expr then,
            @Nullable Expr otherwise) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitConditional(this);
        }
    }

    /** {@code left ?? right}. */
    record Coalesce(Position position, Expr left, Expr right) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitCoalesce(this);
        }
    }

    /** {@code start..end} (inclusive) or {@code start...end}, with an optional {@code by step}. */
    record RangeLiteral(
            Position position,
            Expr start,
            Expr end,
            boolean inclusive,
            @Nullable Expr step) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitRange(this);
        }
    }

    /** {@code await operand}. */
    record Await(Position position, Expr operand) implements Expr {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.visitAwait(this);
        }
    }

    /** One method per kind of expression. */
    interface Visitor<R extends @Nullable Object> {
        R visitConstant(Constant node);

        R visitName(Name node);

        R visitTuple(TupleLiteral node);

        R visitList(ListLiteral node);

        R visitDict(DictLiteral node);

        R visitComprehension(Comprehension node);

        R visitAttribute(Attribute node);

        R visitItem(Item node);

        R visitSlice(Slice node);

        R visitCall(Call node);

        R visitFilter(Filter node);

        R visitTest(Test node);

        R visitUnary(Unary node);

        R visitBinary(Binary node);

        R visitLogical(Logical node);

        R visitComparison(Comparison node);

        R visitConditional(Conditional node);

        R visitCoalesce(Coalesce node);

        R visitRange(RangeLiteral node);

        R visitAwait(Await node);
    }
}
