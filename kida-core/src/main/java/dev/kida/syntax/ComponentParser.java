package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code def}, {@code region} and {@code provide}. */
final class ComponentParser implements StatementParser.TagParser {

    /** Blocks that must not contain a definition directly: it might never run, or run many times. */
    private static final Set<String> NO_DEFINITIONS = Set.of(
            "if",
            "unless",
            "for",
            "while",
            "with",
            "provide",
            "try",
            "match",
            "cache",
            "capture",
            "push",
            "spaceless",
            "filter");

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final ParameterParser parameters;

    ComponentParser(Cursor cursor, ExpressionParser expressions, StatementParser statements) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.statements = statements;
        this.parameters = new ParameterParser(cursor, expressions);
    }

    @Override
    public @Nullable Stmt parse(Token keyword, Position tag) {
        return switch (keyword.text()) {
            case "def" -> definition(tag, "def");
            case "region" -> definition(tag, "region");
            case "provide" -> provide(tag);
            default -> null;
        };
    }

    private Stmt definition(Position tag, String kind) {
        Cursor.Block around = cursor.innermost();
        if (around != null && NO_DEFINITIONS.contains(around.kind())) {
            throw cursor.error(
                    ErrorCode.K_TPL_004,
                    "'" + kind + "' inside '" + around.kind() + "'",
                    tag,
                    "Move the definition to the top level of the template");
        }
        cursor.open(kind, tag);
        String name = cursor.identifier("the name of the " + kind).text();
        List<Stmt.Parameter> list = parameters.parameters();
        cursor.endTag(kind);
        List<Stmt> body = statements.detachedBody();
        cursor.close();
        return new Stmt.Def(tag, name, list, body, kind.equals("region"));
    }

    private Stmt provide(Position tag) {
        cursor.open("provide", tag);
        String name = cursor.identifier("a name").text();
        cursor.expect(TokenKind.ASSIGN, "after the name");
        Expr value = expressions.expression();
        cursor.endTag("provide");
        List<Stmt> body = statements.body();
        cursor.close();
        return new Stmt.Provide(tag, name, value, body);
    }
}
