package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the tags of an application: {@code {% name value, key=value %}}, with or without a body. */
final class ExtensionTagParser implements StatementParser.TagParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final Map<String, TagSyntax> tags;

    ExtensionTagParser(
            Cursor cursor, ExpressionParser expressions, StatementParser statements, Map<String, TagSyntax> tags) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.statements = statements;
        this.tags = tags;
    }

    @Override
    public @Nullable Stmt parse(Token keyword, Position position) {
        TagSyntax tag = tags.get(keyword.text());
        if (tag == null) {
            return null;
        }
        if (tag.body()) {
            cursor.open(tag.name(), position, tag.endTags());
        }
        List<Expr> positional = new ArrayList<>();
        List<Argument> keywords = new ArrayList<>();
        arguments(tag, positional, keywords);
        List<String> names = keywords.stream().map(Argument::name).toList();
        String problem = tag.parameters().check(tag.name(), positional.size(), names);
        if (problem != null) {
            throw cursor.error(ErrorCode.K_PAR_001, "The tag does not fit: " + problem, position, null);
        }
        cursor.endTag(tag.name());
        List<Stmt> body = List.of();
        if (tag.body()) {
            body = statements.body();
            cursor.close();
        }
        return new Stmt.Extension(position, tag, List.copyOf(positional), List.copyOf(keywords), body);
    }

    private void arguments(TagSyntax tag, List<Expr> positional, List<Argument> keywords) {
        Set<String> names = new HashSet<>();
        if (cursor.at(TokenKind.BLOCK_END)) {
            return;
        }
        do {
            Token token = cursor.peek();
            if (token.is(TokenKind.NAME) && cursor.peek(1).is(TokenKind.ASSIGN)) {
                cursor.next();
                cursor.next();
                if (!names.add(token.text())) {
                    throw cursor.error(
                            ErrorCode.K_PAR_003, "The argument '" + token.value() + "' is given twice", token, null);
                }
                keywords.add(new Argument(cursor.position(token), token.text(), expressions.expression()));
            } else if (keywords.isEmpty()) {
                positional.add(expressions.expression());
            } else {
                throw cursor.error(
                        ErrorCode.K_PAR_003,
                        "A positional argument of '" + tag.name() + "' cannot follow a named one",
                        token,
                        null);
            }
        } while (cursor.accept(TokenKind.COMMA));
    }
}
