package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what gives a template its shape: inheritance, blocks, groups of definitions and the declaration. */
final class StructureParser implements StatementParser.TagParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final BlockParser blocks;
    private boolean declared;

    StructureParser(Cursor cursor, ExpressionParser expressions, StatementParser statements) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.statements = statements;
        this.blocks = new BlockParser(cursor, expressions, statements);
    }

    @Override
    public @Nullable Stmt parse(Token keyword, Position tag) {
        return switch (keyword.text()) {
            case "extends" -> extendsTag(keyword, tag);
            case "block" -> blocks.block(tag, false);
            case "fragment" -> blocks.block(tag, true);
            case "globals", "imports" -> globals(keyword.text(), tag);
            case "embed" -> embed(tag);
            case "template" -> declaration(keyword, tag);
            default -> null;
        };
    }

    private Stmt extendsTag(Token keyword, Position tag) {
        if (cursor.innermost() != null) {
            throw cursor.error(
                    ErrorCode.K_PAR_007, "'extends' inside a block", keyword, "Move it to the top of the template");
        }
        Expr parent = expressions.expression();
        cursor.endTag("extends");
        return new Stmt.Extends(tag, parent);
    }

    private Stmt globals(String kind, Position tag) {
        cursor.open(kind, tag);
        cursor.endTag(kind);
        List<Stmt> body = statements.body();
        cursor.close();
        return new Stmt.Globals(tag, body);
    }

    /** Overrides of blocks; text between them is dropped. */
    private Stmt embed(Position tag) {
        cursor.open("embed", tag);
        Expr template = expressions.expression();
        boolean withContext = true;
        while (cursor.atName("with") || cursor.atName("without")) {
            withContext = cursor.next().isName("with");
            cursor.expectName("context", "here");
        }
        cursor.endTag("embed");
        List<Stmt.Block> overrides = new ArrayList<>();
        while (true) {
            Position position = cursor.position();
            if (cursor.acceptTag("block")) {
                overrides.add(withoutCondition(blocks.block(position, false)));
            } else if (cursor.at(TokenKind.DATA) || cursor.at(TokenKind.COMMENT)) {
                cursor.next();
            } else if (cursor.at(TokenKind.VARIABLE_BEGIN)
                    || (cursor.at(TokenKind.BLOCK_BEGIN) && !statements.atEnd())) {
                throw cursor.unexpected("'block'", "Only 'block' tags may stand inside 'embed'");
            } else {
                break;
            }
        }
        cursor.close();
        return new Stmt.Embed(tag, template, withContext, List.copyOf(overrides));
    }

    /** The condition of an override decides about its content, not about the place it is rendered at. */
    private static Stmt.Block withoutCondition(Stmt.Block override) {
        Expr condition = override.condition();
        if (condition == null) {
            return override;
        }
        Position position = override.position();
        Stmt content = new Stmt.If(position, List.of(new Stmt.Branch(position, condition, override.body())), List.of());
        return new Stmt.Block(position, override.name(), override.modifiers(), null, List.of(content), false);
    }

    private Stmt declaration(Token keyword, Position tag) {
        if (declared || cursor.innermost() != null) {
            throw cursor.error(
                    ErrorCode.K_PAR_001,
                    declared ? "A template has one 'template' tag only" : "'template' inside a block",
                    keyword,
                    null);
        }
        declared = true;
        List<Stmt.Declared> names = new ArrayList<>();
        while (cursor.at(TokenKind.NAME)) {
            Token name = cursor.next();
            cursor.expect(TokenKind.COLON, "after the name");
            String type = cursor.identifier("a type").text();
            names.add(new Stmt.Declared(cursor.position(name), name.text(), type));
            if (!cursor.accept(TokenKind.COMMA)) {
                break;
            }
        }
        cursor.endTag("template");
        return new Stmt.Declaration(tag, List.copyOf(names));
    }
}
