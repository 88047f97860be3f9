package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads bodies: text, outputs and block tags, which it hands to the parser that knows the keyword. */
final class StatementParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final List<TagParser> parsers;
    private final Map<String, TagSyntax> tags;
    private final Set<String> closers;

    /** Loops around the statement, in the same block, def or slot. */
    private int loops;

    StatementParser(Cursor cursor, Dialect dialect) {
        this.cursor = cursor;
        this.tags = dialect.tags();
        this.closers = dialect.closers();
        this.expressions = new ExpressionParser(cursor);
        TargetParser targets = new TargetParser(cursor);
        this.parsers = List.of(
                new ControlParser(cursor, expressions, this, targets),
                new MatchParser(cursor, expressions, this),
                new AssignmentParser(cursor, expressions, this, targets),
                new StructureParser(cursor, expressions, this),
                new ImportParser(cursor, expressions),
                new ComponentParser(cursor, expressions, this),
                new SlotParser(cursor, expressions, this),
                new OutputTagParser(cursor, expressions, this),
                new TransParser(cursor, expressions),
                new ExtensionTagParser(cursor, expressions, this, tags));
    }

    /** Reads some of the tags. */
    interface TagParser {

        /**
         * The statement of a tag; its keyword has been read.
         *
         * @return null if the keyword is not one of this parser's
         */
        @Nullable
        Stmt parse(Token keyword, Position tag);
    }

    /** Everything up to the end of the template or a tag that ends the body. */
    List<Stmt> body() {
        List<Stmt> statements = new ArrayList<>();
        while (!atEnd()) {
            statement(statements);
        }
        return List.copyOf(statements);
    }

    /** A body that loops around it do not reach into: {@code break} cannot leave it. */
    List<Stmt> detachedBody() {
        int around = loops;
        loops = 0;
        List<Stmt> body = body();
        loops = around;
        return body;
    }

    /** The body of a loop. */
    List<Stmt> loopBody() {
        loops++;
        List<Stmt> body = body();
        loops--;
        return body;
    }

    boolean inLoop() {
        return loops > 0;
    }

    /** From here on no loop is in reach, until {@link #reenterLoops}. */
    int leaveLoops() {
        int around = loops;
        loops = 0;
        return around;
    }

    void reenterLoops(int around) {
        loops = around;
    }

    boolean atEnd() {
        Token token = cursor.peek();
        if (token.is(TokenKind.EOF)) {
            return true;
        }
        Token word = cursor.peek(1);
        return token.is(TokenKind.BLOCK_BEGIN)
                && word.is(TokenKind.NAME)
                && (Keywords.endsBody(word.text()) || closers.contains(word.text()));
    }

    /** Reads one piece of a body and adds what it stands for. */
    void statement(List<Stmt> out) {
        Token token = cursor.next();
        switch (token.kind()) {
            case DATA -> add(new Stmt.Text(cursor.position(token), token.text()), out);
            case COMMENT -> {}
            case VARIABLE_BEGIN -> {
                Expr expression = expressions.expression();
                if (!cursor.accept(TokenKind.VARIABLE_END)) {
                    throw cursor.unexpected("the end of the output tag");
                }
                out.add(new Stmt.Output(cursor.position(token), expression));
            }
            default -> add(tag(cursor.position(token)), out);
        }
    }

    /** Adds a statement; texts next to each other become one. */
    private static void add(Stmt statement, List<Stmt> out) {
        int last = out.size() - 1;
        if (!(statement instanceof Stmt.Text text)) {
            out.add(statement);
        } else if (last >= 0 && out.get(last) instanceof Stmt.Text before) {
            out.set(last, new Stmt.Text(before.position(), before.text() + text.text()));
        } else if (!text.text().isEmpty()) {
            out.add(text);
        }
    }

    private Stmt tag(Position position) {
        Token keyword = cursor.identifier("the name of a tag");
        for (TagParser parser : parsers) {
            Stmt statement = parser.parse(keyword, position);
            if (statement != null) {
                return statement;
            }
        }
        throw cursor.error(
                ErrorCode.K_PAR_001,
                "Unknown tag '" + keyword.value() + "'",
                keyword,
                Keywords.suggestion(keyword.text(), tags.keySet()));
    }
}
