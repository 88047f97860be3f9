package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import dev.kida.error.SourceText;
import dev.kida.error.TemplateSyntaxException;
import java.util.List;
import java.util.Map;

/** Turns the source of a template into its syntax tree. */
public final class TemplateParser {

    private TemplateParser() {}

    /**
     * Parses a template.
     *
     * @throws TemplateSyntaxException if the source is not a template; only the first error is reported
     */
    public static TemplateNode parse(SourceText source, LexerSettings settings) {
        return parse(source, new Dialect(settings, Map.of(), SyntaxLimits.DEFAULT));
    }

    /**
     * Parses a template that may use tags of the application.
     *
     * @throws TemplateSyntaxException if the source is not a template; only the first error is reported
     */
    public static TemplateNode parse(SourceText source, Dialect dialect) {
        SyntaxSource text = new SyntaxSource(source, dialect.limits());
        Cursor cursor = new Cursor(text, Lexer.tokenize(text, dialect.lexer()));
        List<Stmt> body = new StatementParser(cursor, dialect).body();
        if (!cursor.at(TokenKind.EOF)) {
            throw cursor.misplaced(cursor.peek(1));
        }
        return new TemplateNode(body, cursor.lines(), cursor.warnings(), cursor.plainEnds(), cursor.rawTexts());
    }

    /** Parses a single expression, as it may stand in an output tag. */
    public static Expr parseExpression(String expression) {
        LexerSettings settings = LexerSettings.DEFAULT;
        String source = settings.variableStart() + " " + expression + " " + settings.variableEnd();
        List<Stmt> body =
                parse(new SourceText("<expression>", null, source), settings).body();
        if (body.size() == 1 && body.get(0) instanceof Stmt.Output output) {
            return output.expression();
        }
        throw new TemplateSyntaxException(
                ErrorCode.K_PAR_003,
                "Expected a single expression",
                new SourceText("<expression>", null, source),
                1,
                0);
    }
}
