package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code block} and {@code fragment}. */
final class BlockParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final StatementParser statements;

    BlockParser(Cursor cursor, ExpressionParser expressions, StatementParser statements) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** A block whose keyword has been read. */
    Stmt.Block block(Position tag, boolean fragment) {
        String kind = fragment ? "fragment" : "block";
        cursor.open(kind, tag);
        String name = name(kind);
        List<Stmt.Modifier> modifiers = modifiers(!fragment);
        Expr condition = !fragment && cursor.acceptName("if") ? expressions.expression() : null;
        cursor.endTag(kind);
        List<Stmt> body = statements.detachedBody();
        cursor.close();
        return new Stmt.Block(tag, name, modifiers, condition, body, fragment);
    }

    private String name(String kind) {
        Token name = cursor.identifier("the name of the " + kind);
        if (!cursor.at(TokenKind.MINUS)) {
            return name.text();
        }
        StringBuilder written = new StringBuilder(name.text());
        while (cursor.at(TokenKind.MINUS) || cursor.at(TokenKind.NAME)) {
            written.append(cursor.next().value());
        }
        throw cursor.error(
                ErrorCode.K_PAR_006,
                "'" + written + "' is not the name of a " + kind + ", it has a hyphen",
                name,
                "Write " + written.toString().replace('-', '_'));
    }

    private List<Stmt.Modifier> modifiers(boolean conditionAllowed) {
        List<Stmt.Modifier> modifiers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (cursor.at(TokenKind.NAME)) {
            boolean valued = cursor.peek(1).is(TokenKind.ASSIGN);
            if (!valued && conditionAllowed && cursor.atName("if")) {
                break;
            }
            Token name = cursor.next();
            if (!valued) {
                throw unsupported(name, "The modifier '" + name.value() + "' needs a value");
            }
            cursor.next();
            if (!names.add(name.text())) {
                throw cursor.error(
                        ErrorCode.K_PAR_001, "The modifier '" + name.value() + "' is given twice", name, null);
            }
            modifiers.add(new Stmt.Modifier(cursor.position(name), name.text(), literal()));
        }
        return List.copyOf(modifiers);
    }

    private @Nullable Object literal() {
        Token token = cursor.peek();
        boolean negative = cursor.accept(TokenKind.MINUS);
        Token value = cursor.peek();
        Expr literal = expressions.literal();
        if (!(literal instanceof Expr.Constant constant)) {
            throw unsupported(token, "The value of a modifier has to be a literal");
        }
        if (!negative) {
            return constant.value();
        }
        if (!(value.value() instanceof Number number)) {
            throw unsupported(token, "Only numbers can be negative");
        }
        return Numbers.negate(number);
    }

    private RuntimeException unsupported(Token token, String message) {
        return cursor.error(
                ErrorCode.K_PAR_007, message, token, "Modifiers are written name=literal, a condition 'if expression'");
    }
}
