/**
 * From source text to syntax tree: the lexer, the parser and the nodes.
 *
 * <p>Internal; only {@link dev.kida.syntax.LexerSettings} is meant for users.
 */
@NullMarked
package dev.kida.syntax;

import org.jspecify.annotations.NullMarked;
