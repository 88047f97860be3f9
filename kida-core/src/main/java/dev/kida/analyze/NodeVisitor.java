package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;

/** What is shown every node of a template, or of a part of it, by {@link Children#walk(java.util.List, NodeVisitor)}. */
public interface NodeVisitor {

    /** A statement, before what is in it. */
    default void statement(Stmt statement) {}

    /** An expression, before what is in it. */
    default void expression(Expr expression) {}
}
