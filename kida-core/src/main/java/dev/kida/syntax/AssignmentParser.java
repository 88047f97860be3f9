package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code set}, {@code let}, {@code export}, {@code with} and {@code capture}. */
final class AssignmentParser implements StatementParser.TagParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final TargetParser targets;

    AssignmentParser(Cursor cursor, ExpressionParser expressions, StatementParser statements, TargetParser targets) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.statements = statements;
        this.targets = targets;
    }

    @Override
    public @Nullable Stmt parse(Token keyword, Position tag) {
        return switch (keyword.text()) {
            case "set" -> assign(tag, keyword, Stmt.AssignKind.SET);
            case "let" -> assign(tag, keyword, Stmt.AssignKind.LET);
            case "export", "promote" -> assign(tag, keyword, Stmt.AssignKind.EXPORT);
            case "with" -> with(tag);
            case "capture" -> capture(tag);
            default -> null;
        };
    }

    private Stmt assign(Position tag, Token keyword, Stmt.AssignKind kind) {
        boolean many = kind != Stmt.AssignKind.EXPORT;
        List<Stmt.Assignment> assignments = new ArrayList<>();
        do {
            Position position = cursor.position();
            Target target = targets.single();
            if (assignments.isEmpty() && (cursor.at(TokenKind.COMMA) || target instanceof Target.TupleTarget)) {
                assignments.add(unpack(position, target));
                break;
            }
            boolean ifMissing = operator(keyword);
            Expr value = many ? valueBeforeNextTarget() : expressions.expression();
            assignments.add(new Stmt.Assignment(target, value, ifMissing));
        } while (many && cursor.accept(TokenKind.COMMA) && !cursor.at(TokenKind.BLOCK_END));
        cursor.endTag(keyword.text());
        return new Stmt.Assign(tag, kind, List.copyOf(assignments));
    }

    /** {@code a, (b, c) = value}: no further assignment may follow, and {@code ??=} does not exist. */
    private Stmt.Assignment unpack(Position position, Target first) {
        Target target = cursor.at(TokenKind.COMMA) ? new Target.TupleTarget(position, targets.rest(first)) : first;
        cursor.expect(TokenKind.ASSIGN, "after the targets");
        return new Stmt.Assignment(target, expressions.tupleOrExpression(), false);
    }

    private boolean operator(Token keyword) {
        if (cursor.accept(TokenKind.ASSIGN_IF_MISSING)) {
            return true;
        }
        if (keyword.isName("set") && cursor.at(TokenKind.BLOCK_END)) {
            throw cursor.error(
                    ErrorCode.K_PAR_007,
                    "'set' needs a value",
                    keyword,
                    "Use 'capture' to assign the output of a block");
        }
        cursor.expect(TokenKind.ASSIGN, "after the name");
        return false;
    }

    /** {@code 1, 2} is a tuple, but in {@code a = 1, b = 2} the comma starts the next assignment. */
    private Expr valueBeforeNextTarget() {
        Position position = cursor.position();
        List<Expr> elements = new ArrayList<>();
        elements.add(expressions.expression());
        while (cursor.at(TokenKind.COMMA)
                && !nextAssignment()
                && !cursor.peek(1).is(TokenKind.BLOCK_END)) {
            cursor.next();
            elements.add(expressions.expression());
        }
        return elements.size() == 1 ? elements.get(0) : new Expr.TupleLiteral(position, List.copyOf(elements));
    }

    private boolean nextAssignment() {
        TokenKind after = cursor.peek(2).kind();
        return cursor.peek(1).is(TokenKind.NAME) && (after == TokenKind.ASSIGN || after == TokenKind.ASSIGN_IF_MISSING);
    }

    private Stmt with(Position tag) {
        cursor.open("with", tag);
        boolean assignment = cursor.at(TokenKind.NAME) && cursor.peek(1).is(TokenKind.ASSIGN);
        return assignment ? withBindings(tag) : withValue(tag);
    }

    private Stmt withBindings(Position tag) {
        List<Stmt.Binding> bindings = new ArrayList<>();
        do {
            Token name = cursor.identifier("a name");
            cursor.expect(TokenKind.ASSIGN, "after the name");
            bindings.add(new Stmt.Binding(cursor.position(name), name.text(), expressions.expression()));
        } while (cursor.accept(TokenKind.COMMA));
        cursor.endTag("with");
        List<Stmt> body = statements.body();
        cursor.close();
        return new Stmt.With(tag, List.copyOf(bindings), body);
    }

    private Stmt withValue(Position tag) {
        List<Expr> values = new ArrayList<>();
        do {
            values.add(expressions.expression());
        } while (cursor.accept(TokenKind.COMMA));
        Target target = cursor.acceptName("as") ? targets.loopTarget() : new Target.NameTarget(tag, "it");
        cursor.endTag("with");
        List<Stmt> body = statements.body();
        List<Stmt> otherwise = List.of();
        String word = cursor.atTag("else") ? "else" : "empty";
        if (cursor.acceptTag(word)) {
            cursor.endTag(word);
            otherwise = statements.body();
        }
        cursor.close();
        return new Stmt.WithValue(tag, List.copyOf(values), target, body, otherwise);
    }

    private Stmt capture(Position tag) {
        cursor.open("capture", tag);
        String name = cursor.identifier("a name").text();
        Stmt.FilterRef filter =
                cursor.accept(TokenKind.PIPE) ? expressions.filters().reference() : null;
        cursor.endTag("capture");
        List<Stmt> body = statements.body();
        cursor.close();
        return new Stmt.Capture(tag, name, filter, body);
    }
}
