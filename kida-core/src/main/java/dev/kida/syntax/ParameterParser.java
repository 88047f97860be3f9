package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a {@code def} or {@code region}. */
final class ParameterParser {

    private static final int TYPE_NESTING_LIMIT = 50;

    private final Cursor cursor;
    private final ExpressionParser expressions;

    ParameterParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    List<Stmt.Parameter> parameters() {
        cursor.expect(TokenKind.LEFT_PAREN, "before the parameters");
        List<Stmt.Parameter> parameters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (!cursor.accept(TokenKind.RIGHT_PAREN)) {
            do {
                Token start = cursor.peek();
                Stmt.Parameter parameter = parameter();
                String problem = names.add(parameter.name()) ? misplaced(parameters, parameter) : "is given twice";
                if (problem != null) {
                    throw cursor.error(
                            ErrorCode.K_PAR_001, "The parameter '" + parameter.name() + "' " + problem, start, null);
                }
                parameters.add(parameter);
            } while (cursor.accept(TokenKind.COMMA));
            cursor.expect(TokenKind.RIGHT_PAREN, "after the parameters");
        }
        return List.copyOf(parameters);
    }

    /** What is wrong with the place of a parameter, or null. */
    private static @Nullable String misplaced(List<Stmt.Parameter> before, Stmt.Parameter parameter) {
        boolean plain = parameter.kind() == Stmt.ParameterKind.PLAIN;
        for (Stmt.Parameter other : before) {
            if (other.kind() == Stmt.ParameterKind.KEYWORDS) {
                return "stands after '**" + other.name() + "', which has to be last";
            }
            if (other.kind() == Stmt.ParameterKind.VARARGS && parameter.kind() != Stmt.ParameterKind.KEYWORDS) {
                return "stands after '*" + other.name() + "'";
            }
            if (plain && parameter.defaultValue() == null && other.defaultValue() != null) {
                return "without a default stands after one with a default";
            }
        }
        return null;
    }

    private Stmt.Parameter parameter() {
        Position position = cursor.position();
        if (cursor.accept(TokenKind.MULTIPLY)) {
            return rest(position, Stmt.ParameterKind.VARARGS);
        }
        if (cursor.accept(TokenKind.POWER)) {
            return rest(position, Stmt.ParameterKind.KEYWORDS);
        }
        String name = cursor.identifier("a parameter").text();
        String annotation = cursor.accept(TokenKind.COLON) ? type(0) : null;
        Expr defaultValue = cursor.accept(TokenKind.ASSIGN) ? expressions.expression() : null;
        return new Stmt.Parameter(position, name, Stmt.ParameterKind.PLAIN, annotation, defaultValue);
    }

    private Stmt.Parameter rest(Position position, Stmt.ParameterKind kind) {
        return new Stmt.Parameter(position, cursor.identifier("a parameter").text(), kind, null, null);
    }

    /** A type in its normal form: {@code str | None}, {@code dict[str, int]}. */
    private String type(int depth) {
        StringBuilder text = new StringBuilder(member(depth));
        while (cursor.accept(TokenKind.PIPE)) {
            text.append(" | ").append(member(depth));
        }
        return text.toString();
    }

    private String member(int depth) {
        String name = cursor.identifier("a type").text();
        if (depth >= TYPE_NESTING_LIMIT || !cursor.accept(TokenKind.LEFT_BRACKET)) {
            return name;
        }
        List<String> arguments = new ArrayList<>();
        do {
            arguments.add(type(depth + 1));
        } while (cursor.accept(TokenKind.COMMA));
        cursor.expect(TokenKind.RIGHT_BRACKET, "after the type");
        return name + "[" + String.join(", ", arguments) + "]";
    }
}
