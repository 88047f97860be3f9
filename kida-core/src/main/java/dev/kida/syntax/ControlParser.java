package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads conditions, loops, error boundaries and deferred sections. */
final class ControlParser implements StatementParser.TagParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final TargetParser targets;

    ControlParser(Cursor cursor, ExpressionParser expressions, StatementParser statements, TargetParser targets) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.statements = statements;
        this.targets = targets;
    }

    @Override
    public @Nullable Stmt parse(Token keyword, Position tag) {
        return switch (keyword.text()) {
            case "if" -> ifStatement(tag);
            case "unless" -> unless(tag);
            case "for" -> loop(tag, false);
            case "async" -> {
                cursor.expectName("for", "after 'async'");
                yield loop(tag, true);
            }
            case "while" -> whileLoop(tag);
            case "break" -> {
                leaveLoop(keyword);
                yield new Stmt.Break(tag);
            }
            case "continue" -> {
                leaveLoop(keyword);
                yield new Stmt.Continue(tag);
            }
            case "try" -> tryStatement(tag);
            case "defer" -> defer(tag);
            default -> null;
        };
    }

    private Stmt ifStatement(Position tag) {
        cursor.open("if", tag);
        List<Stmt.Branch> branches = new ArrayList<>();
        branches.add(branch(tag, "if"));
        while (cursor.atTag("elif")) {
            Position position = cursor.position();
            cursor.acceptTag("elif");
            branches.add(branch(position, "elif"));
        }
        List<Stmt> otherwise = otherwise(false);
        cursor.close();
        return new Stmt.If(tag, List.copyOf(branches), otherwise);
    }

    private Stmt.Branch branch(Position position, String keyword) {
        Expr condition = expressions.expression();
        cursor.endTag(keyword);
        return new Stmt.Branch(position, condition, statements.body());
    }

    private Stmt unless(Position tag) {
        cursor.open("unless", tag);
        Position at = cursor.position();
        Expr condition = new Expr.Unary(at, Expr.UnaryOperator.NOT, expressions.expression());
        cursor.endTag("unless");
        Stmt.Branch branch = new Stmt.Branch(tag, condition, statements.body());
        List<Stmt> otherwise = otherwise(false);
        cursor.close();
        return new Stmt.If(tag, List.of(branch), otherwise);
    }

    /** The part after {@code else}, where allowed also {@code empty}; an empty body if there is none. */
    private List<Stmt> otherwise(boolean emptyAllowed) {
        if (cursor.acceptTag("else")) {
            cursor.endTag("else");
            return statements.body();
        }
        if (emptyAllowed && cursor.acceptTag("empty")) {
            cursor.endTag("empty");
            return statements.body();
        }
        return List.of();
    }

    private Stmt loop(Position tag, boolean async) {
        cursor.open("for", tag);
        Target target = targets.loopTarget();
        cursor.expect(TokenKind.IN, "after the loop variable");
        Expr iterable = expressions.coalesceWithoutConditional();
        Expr filter = cursor.acceptName("if") ? expressions.orExpression() : null;
        cursor.endTag("for");
        List<Stmt> body = statements.loopBody();
        List<Stmt> empty = otherwise(true);
        cursor.close();
        return new Stmt.For(tag, target, iterable, filter, body, empty, async);
    }

    private Stmt whileLoop(Position tag) {
        cursor.open("while", tag);
        Expr condition = expressions.expression();
        cursor.endTag("while");
        List<Stmt> body = statements.loopBody();
        cursor.close();
        return new Stmt.While(tag, condition, body);
    }

    private void leaveLoop(Token keyword) {
        if (!statements.inLoop()) {
            throw cursor.error(
                    ErrorCode.K_PAR_001,
                    "'" + keyword.value() + "' outside of a loop",
                    keyword,
                    "It may stand in the body of 'for' or 'while', but not reach out of a block, def or slot");
        }
        cursor.endTag(keyword.text());
    }

    private Stmt tryStatement(Position tag) {
        cursor.open("try", tag);
        cursor.endTag("try");
        List<Stmt> body = statements.body();
        if (!cursor.acceptTag("fallback")) {
            throw cursor.at(TokenKind.EOF) ? cursor.unclosed() : cursor.misplaced(cursor.peek(1));
        }
        String name = cursor.at(TokenKind.NAME) ? cursor.next().text() : null;
        cursor.endTag("fallback");
        List<Stmt> fallback = statements.body();
        cursor.close();
        return new Stmt.Try(tag, body, name, fallback);
    }

    /** Its parts may run at another time than the page around them, so that no jump leaves them. */
    private Stmt defer(Position tag) {
        cursor.open("defer", tag);
        cursor.endTag("defer");
        List<Stmt> body = statements.detachedBody();
        List<Stmt> loading = List.of();
        if (cursor.acceptTag("loading")) {
            cursor.endTag("loading");
            loading = statements.detachedBody();
        }
        Stmt.Fallback fallback = null;
        Position at = cursor.position();
        if (cursor.acceptTag("fallback")) {
            String name = cursor.at(TokenKind.NAME) ? cursor.next().text() : null;
            cursor.endTag("fallback");
            fallback = new Stmt.Fallback(at, name, statements.detachedBody());
        }
        cursor.close();
        return new Stmt.Defer(tag, body, loading, fallback);
    }
}
