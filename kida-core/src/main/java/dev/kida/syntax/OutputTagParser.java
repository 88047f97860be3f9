package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the tags that do something with output: stacks, caching, filtering, flushing, raw text. */
final class OutputTagParser implements StatementParser.TagParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final StatementParser statements;

    OutputTagParser(Cursor cursor, ExpressionParser expressions, StatementParser statements) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.statements = statements;
    }

    @Override
    public @Nullable Stmt parse(Token keyword, Position tag) {
        return switch (keyword.text()) {
            case "push" -> push(tag);
            case "stack" -> {
                String name = literalName();
                cursor.endTag("stack");
                yield new Stmt.Stack(tag, name);
            }
            case "cache" -> cache(tag);
            case "filter" -> filter(tag);
            case "spaceless" -> {
                cursor.open("spaceless", tag);
                yield new Stmt.Spaceless(tag, block("spaceless"));
            }
            case "flush" -> {
                cursor.endTag("flush");
                yield new Stmt.Flush(tag);
            }
            case "raw" -> raw(tag);
            default -> null;
        };
    }

    /** The rest of an opening tag, the body and the closing tag. */
    private List<Stmt> block(String keyword) {
        cursor.endTag(keyword);
        List<Stmt> body = statements.body();
        cursor.close();
        return body;
    }

    private String literalName() {
        if (!cursor.at(TokenKind.STRING)) {
            throw cursor.unexpected("the name of a stack in quotes");
        }
        return cursor.next().text();
    }

    private Stmt push(Position tag) {
        cursor.open("push", tag);
        String name = literalName();
        return new Stmt.Push(tag, name, block("push"));
    }

    private Stmt cache(Position tag) {
        cursor.open("cache", tag);
        Expr key = expressions.expression();
        Expr ttl = null;
        while (cursor.accept(TokenKind.COMMA)) {
            Token option = cursor.peek();
            if (!option.isName("ttl") && !option.isName("depends")) {
                throw cursor.unexpected("'ttl' or 'depends'");
            }
            cursor.next();
            cursor.expect(TokenKind.ASSIGN, "after the option");
            Expr value = expressions.expression();
            ttl = option.isName("ttl") ? value : ttl;
        }
        return new Stmt.Cache(tag, key, ttl, block("cache"));
    }

    private Stmt filter(Position tag) {
        cursor.open("filter", tag);
        Stmt.FilterRef filter = expressions.filters().reference();
        if (cursor.at(TokenKind.PIPE)) {
            throw cursor.error(
                    ErrorCode.K_PAR_001,
                    "A 'filter' block has one filter",
                    cursor.peek(),
                    "Nest 'filter' blocks to apply several");
        }
        return new Stmt.FilterBlock(tag, filter, block("filter"));
    }

    /** The lexer has already found the end of the raw text. */
    private Stmt raw(Position tag) {
        cursor.endTag("raw");
        cursor.rawText(tag);
        String text = "";
        Position position = tag;
        if (cursor.at(TokenKind.DATA)) {
            position = cursor.position();
            text = cursor.next().text();
        }
        cursor.acceptTag("endraw");
        cursor.endTag("endraw");
        return new Stmt.Text(position, text);
    }
}
