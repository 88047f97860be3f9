package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code include}, {@code import} and {@code from}. */
final class ImportParser implements StatementParser.TagParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;

    ImportParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    @Override
    public @Nullable Stmt parse(Token keyword, Position tag) {
        return switch (keyword.text()) {
            case "include" -> include(tag);
            case "import" -> importTag(tag);
            case "from" -> from(tag);
            default -> null;
        };
    }

    private Stmt include(Position tag) {
        Token first = cursor.peek();
        Expr template = expressions.expression();
        if (template instanceof Expr.ListLiteral || template instanceof Expr.TupleLiteral) {
            throw cursor.error(
                    ErrorCode.K_PAR_001,
                    "'include' takes one template, not a list",
                    first,
                    "Choose the name with a condition, or use 'ignore missing' on several includes");
        }
        boolean withContext = true;
        boolean ignoreMissing = false;
        while (cursor.at(TokenKind.NAME)) {
            if (cursor.acceptName("ignore")) {
                cursor.expectName("missing", "after 'ignore'");
                ignoreMissing = true;
            } else if (cursor.atName("with") || cursor.atName("without")) {
                withContext = context();
            } else {
                break;
            }
        }
        if (cursor.atName("only")) {
            throw cursor.unexpected("the end of the 'include' tag", "Write 'without context' instead of 'only'");
        }
        cursor.endTag("include");
        return new Stmt.Include(tag, template, withContext, ignoreMissing);
    }

    /** {@code with context} or {@code without context}. */
    private boolean context() {
        Token word = cursor.next();
        if (!cursor.acceptName("context")) {
            throw cursor.unexpected(
                    "'context' after '" + word.value() + "'",
                    "Values are not passed here: assign them with 'let' before the 'include'");
        }
        return word.isName("with");
    }

    private Stmt importTag(Position tag) {
        Expr template = expressions.expression();
        cursor.expectName("as", "after the template");
        String alias = cursor.identifier("a name").text();
        boolean withContext = withContext();
        cursor.endTag("import");
        return new Stmt.Import(tag, template, alias, withContext);
    }

    private Stmt from(Position tag) {
        Expr template = expressions.expression();
        cursor.expectName("import", "after the template");
        List<Stmt.ImportName> names = new ArrayList<>();
        do {
            Token name = cursor.identifier("the name of a component");
            String alias = cursor.acceptName("as") ? cursor.identifier("a name").text() : name.text();
            names.add(new Stmt.ImportName(cursor.position(name), name.text(), alias));
        } while (cursor.accept(TokenKind.COMMA));
        boolean withContext = withContext();
        cursor.endTag("from");
        return new Stmt.FromImport(tag, template, List.copyOf(names), withContext);
    }

    private boolean withContext() {
        if (!cursor.acceptName("with")) {
            return false;
        }
        cursor.expectName("context", "after 'with'");
        return true;
    }
}
