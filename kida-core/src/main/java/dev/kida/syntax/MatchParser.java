package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code match}. */
final class MatchParser implements StatementParser.TagParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final StatementParser statements;

    MatchParser(Cursor cursor, ExpressionParser expressions, StatementParser statements) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.statements = statements;
    }

    @Override
    public @Nullable Stmt parse(Token keyword, Position tag) {
        if (!keyword.isName("match")) {
            return null;
        }
        cursor.open("match", tag);
        List<Expr> subjects = subjects();
        cursor.endTag("match");
        while (cursor.at(TokenKind.DATA) || cursor.at(TokenKind.COMMENT)) {
            cursor.next();
        }
        List<Stmt.Case> cases = new ArrayList<>();
        while (cursor.atTag("case")) {
            cases.add(oneCase(subjects.isEmpty()));
        }
        if (cases.isEmpty() && !cursor.at(TokenKind.EOF)) {
            throw cursor.unexpected("'case'", "The first tag inside 'match' has to be a 'case'");
        }
        cursor.close();
        return new Stmt.Match(tag, subjects, List.copyOf(cases));
    }

    private List<Expr> subjects() {
        List<Expr> subjects = new ArrayList<>();
        if (cursor.at(TokenKind.BLOCK_END)) {
            return subjects;
        }
        do {
            subjects.add(expressions.expression());
        } while (cursor.accept(TokenKind.COMMA));
        return List.copyOf(subjects);
    }

    private Stmt.Case oneCase(boolean wildcardOnly) {
        Position tag = cursor.position();
        cursor.acceptTag("case");
        Pattern pattern = patterns();
        if (wildcardOnly && !(pattern instanceof Pattern.Wildcard)) {
            throw cursor.error(
                    ErrorCode.K_PAR_001,
                    "A 'match' without a value has '_' patterns only",
                    pattern.position(),
                    "Write {% case _ if condition %}");
        }
        Expr guard = cursor.acceptName("if") ? expressions.expression() : null;
        cursor.endTag("case");
        return new Stmt.Case(tag, pattern, guard, statements.body());
    }

    private Pattern patterns() {
        Position position = cursor.position();
        Expr first = expressions.coalesceWithoutConditional();
        if (!cursor.at(TokenKind.COMMA)) {
            return pattern(first);
        }
        List<Pattern> elements = new ArrayList<>();
        elements.add(pattern(first));
        while (cursor.accept(TokenKind.COMMA) && !cursor.atName("if") && !cursor.at(TokenKind.BLOCK_END)) {
            elements.add(pattern(expressions.coalesceWithoutConditional()));
        }
        return new Pattern.Sequence(position, List.copyOf(elements));
    }

    /** Names bind, tuples take apart, everything else is compared with its value. */
    private static Pattern pattern(Expr expression) {
        if (expression instanceof Expr.Name name) {
            return name.name().equals("_")
                    ? new Pattern.Wildcard(name.position())
                    : new Pattern.Binding(name.position(), name.name());
        }
        if (expression instanceof Expr.TupleLiteral tuple) {
            List<Pattern> elements =
                    tuple.elements().stream().map(MatchParser::pattern).toList();
            return new Pattern.Sequence(tuple.position(), elements);
        }
        return new Pattern.Value(expression.position(), expression);
    }
}
