package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** Reads what loops and assignments bind. */
final class TargetParser {

    /** Deeper patterns of names have no use, and this keeps the recursion bounded. */
    private static final int NESTING_LIMIT = 100;

    private final Cursor cursor;
    private int depth;

    TargetParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** A name, names separated by commas, or a parenthesised target; the latter stands alone. */
    Target loopTarget() {
        Token first = cursor.peek();
        Target target = single();
        if (first.is(TokenKind.LEFT_PAREN) || !cursor.at(TokenKind.COMMA)) {
            return target;
        }
        return new Target.TupleTarget(cursor.position(first), rest(target));
    }

    /** A name, or targets in parentheses. */
    Target single() {
        Token token = cursor.peek();
        if (token.is(TokenKind.NAME) && !ComparisonParser.isConstant(token)) {
            cursor.next();
            return new Target.NameTarget(cursor.position(token), token.text());
        }
        if (!token.is(TokenKind.LEFT_PAREN) || depth >= NESTING_LIMIT) {
            throw cursor.error(
                    ErrorCode.K_PAR_003,
                    "Expected a name to assign to, found " + token.describe(),
                    token,
                    "A target is a name, or names separated by commas");
        }
        cursor.next();
        depth++;
        Target first = single();
        Target target =
                cursor.at(TokenKind.COMMA) ? new Target.TupleTarget(cursor.position(token), rest(first)) : first;
        depth--;
        cursor.expect(TokenKind.RIGHT_PAREN, "to close the targets");
        return target;
    }

    /** Targets after the first one; the comma after the last one may stand alone. */
    List<Target> rest(Target first) {
        List<Target> targets = new ArrayList<>();
        targets.add(first);
        while (cursor.accept(TokenKind.COMMA) && !endsTargets()) {
            targets.add(single());
        }
        return List.copyOf(targets);
    }

    private boolean endsTargets() {
        TokenKind kind = cursor.peek().kind();
        return kind == TokenKind.IN
                || kind == TokenKind.RIGHT_PAREN
                || kind == TokenKind.ASSIGN
                || kind == TokenKind.ASSIGN_IF_MISSING
                || kind.endsTag();
    }
}
