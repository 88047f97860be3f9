package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads filter chains. A chain applies to the whole product on its left, and one chain keeps to one pipe style. */
final class FilterParser {

    private final Cursor cursor;
    private final ArgumentParser arguments;

    /** Filters that stand in brackets of their own. */
    private final Set<Expr> bracketed = Collections.newSetFromMap(new IdentityHashMap<>());

    FilterParser(Cursor cursor, ArgumentParser arguments) {
        this.cursor = cursor;
        this.arguments = arguments;
    }

    /** The filters that follow a product. */
    Expr filteredRest(Expr product) {
        Expr value = product;
        if (value instanceof Expr.Filter) {
            bracketed.add(value);
        }
        Expr.Pipe first = pipe(cursor.peek().kind());
        if (first == null) {
            return value;
        }
        int length = 0;
        for (Expr.Pipe pipe = first; pipe != null; pipe = pipe(cursor.peek().kind())) {
            if (!compatible(first, pipe)) {
                throw mixed(first, pipe);
            }
            Token operator = cursor.next();
            int most = cursor.limits().filters();
            if (++length > most) {
                throw cursor.error(ErrorCode.K_PAR_004, "More than " + most + " filters in a chain", operator, null);
            }
            Token name = name(operator);
            ArgumentParser.Arguments list = arguments.optionalArguments();
            value = new Expr.Filter(
                    cursor.position(name), value, name.text(), list.positional(), list.keywords(), pipe);
        }
        return value;
    }

    /** Whether a filter was written without brackets around it. */
    boolean isUnbracketed(Expr.Filter filter) {
        return !bracketed.contains(filter);
    }

    /** The filter a statement names. */
    Stmt.FilterRef reference() {
        Token name = cursor.identifier("the name of a filter");
        ArgumentParser.Arguments list = arguments.optionalArguments();
        return new Stmt.FilterRef(cursor.position(name), name.text(), list.positional(), list.keywords());
    }

    private Token name(Token operator) {
        Token name = cursor.peek();
        if (!name.is(TokenKind.NAME)) {
            throw cursor.error(
                    ErrorCode.K_PAR_004,
                    "Expected the name of a filter after '" + operator.value() + "', found " + name.describe(),
                    name,
                    name.is(TokenKind.PIPE) ? "Write 'or' for a logical or" : null);
        }
        return cursor.next();
    }

    private static Expr.@Nullable Pipe pipe(TokenKind kind) {
        return switch (kind) {
            case PIPE -> Expr.Pipe.PIPE;
            case OPTIONAL_PIPE -> Expr.Pipe.OPTIONAL;
            case PIPELINE -> Expr.Pipe.PIPELINE;
            case SAFE_PIPELINE -> Expr.Pipe.SAFE_PIPELINE;
            default -> null;
        };
    }

    private static boolean compatible(Expr.Pipe first, Expr.Pipe pipe) {
        return first == pipe || (isPlain(first) && isPlain(pipe));
    }

    private static boolean isPlain(Expr.Pipe pipe) {
        return pipe == Expr.Pipe.PIPE || pipe == Expr.Pipe.OPTIONAL;
    }

    private RuntimeException mixed(Expr.Pipe first, Expr.Pipe pipe) {
        Token operator = cursor.peek();
        boolean unexpected = first == Expr.Pipe.PIPELINE && pipe != Expr.Pipe.PIPE;
        return cursor.error(
                unexpected ? ErrorCode.K_PAR_001 : ErrorCode.K_PAR_004,
                "'" + operator.value() + "' cannot be mixed with the pipes before it",
                operator,
                "Use one style for the whole chain: '|' (with '?|'), '|>' or '?|>'");
    }
}
