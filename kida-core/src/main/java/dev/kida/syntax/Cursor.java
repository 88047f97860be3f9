package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import dev.kida.error.OpenBlock;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.error.TemplateWarning;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the parser stands: the tokens, the blocks that are open, the warnings so far. */
final class Cursor {

    /** Deep enough for any real template, shallow enough for any thread's stack. */
    private static final int BLOCK_LIMIT = 250;

    private final SyntaxSource source;
    private final List<Token> tokens;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private final List<TemplateWarning> warnings = new ArrayList<>();
    private final List<TemplateWarning> plainEnds = new ArrayList<>();
    private final List<Position> rawTexts = new ArrayList<>();
    private int index;

    Cursor(SyntaxSource source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    SyntaxLimits limits() {
        return source.limits();
    }

    /** An open block. */
    record Block(String kind, Position position, Set<String> closers) {

        boolean closedBy(String word) {
            return word.equals("end") || word.equals("end" + kind) || closers.contains(word);
        }
    }

    // tokens

    /** The token that comes next. What cannot be read is an error when it is reached. */
    Token peek() {
        Token token = tokens.get(index);
        if (token.value() instanceof TemplateSyntaxException unreadable) {
            throw unreadable;
        }
        return token;
    }

    /** A token further ahead, which may be of kind {@link TokenKind#ERROR}. */
    Token peek(int ahead) {
        return tokens.get(Math.min(index + ahead, tokens.size() - 1));
    }

    boolean at(TokenKind kind) {
        return peek().is(kind);
    }

    boolean atName(String name) {
        return peek().isName(name);
    }

    Token next() {
        Token token = peek();
        if (!token.is(TokenKind.EOF)) {
            index++;
        }
        return token;
    }

    boolean accept(TokenKind kind) {
        boolean found = at(kind);
        if (found) {
            next();
        }
        return found;
    }

    boolean acceptName(String name) {
        boolean found = atName(name);
        if (found) {
            next();
        }
        return found;
    }

    /** The next token, which has to be of the given kind. */
    Token expect(TokenKind kind, String where) {
        if (!at(kind)) {
            throw unexpected("'" + kind.text() + "' " + where);
        }
        return next();
    }

    void expectName(String word, String where) {
        if (!acceptName(word)) {
            throw unexpected("'" + word + "' " + where);
        }
    }

    Token identifier(String what) {
        if (!at(TokenKind.NAME)) {
            throw unexpected(what);
        }
        return next();
    }

    /** The end of the block tag that was being read. */
    void endTag(String keyword) {
        if (!accept(TokenKind.BLOCK_END)) {
            throw unexpected("the end of the '" + keyword + "' tag");
        }
    }

    Position position() {
        return position(peek());
    }

    Position position(Token token) {
        return source.position(token.offset());
    }

    int lines() {
        return source.lines();
    }

    // blocks

    /** Opens a block; it stays open until {@link #close}. */
    void open(String kind, Position position) {
        open(kind, position, Set.of());
    }

    /** Opens a block that further words may close. */
    void open(String kind, Position position, Set<String> closers) {
        if (blocks.size() >= BLOCK_LIMIT) {
            throw error(
                    ErrorCode.K_PAR_002,
                    "Blocks are nested more than " + BLOCK_LIMIT + " deep",
                    position,
                    "Move the inner blocks to a def or to an included template");
        }
        blocks.push(new Block(kind, position, closers));
    }

    @Nullable
    Block innermost() {
        return blocks.peek();
    }

    /** The closing tag of the innermost block. */
    void close() {
        Block block = blocks.element();
        if (at(TokenKind.EOF)) {
            throw unclosed();
        }
        Token word = peek(1);
        if (!at(TokenKind.BLOCK_BEGIN) || !word.is(TokenKind.NAME) || !block.closedBy(word.text())) {
            throw misplaced(word);
        }
        next();
        next();
        endTag(word.text());
        if (word.isName("end")) {
            plainEnd(block, position(word));
        }
        blocks.pop();
    }

    private void plainEnd(Block block, Position at) {
        plainEnds.add(new TemplateWarning(
                ErrorCode.K_PAR_007,
                "'end' closes the '" + block.kind + "' block that was opened at line " + block.position.line(),
                source.name(),
                at.line(),
                at.column(),
                "Write 'end" + block.kind + "'"));
    }

    /** A raw block begins here. */
    void rawText(Position tag) {
        rawTexts.add(tag);
    }

    List<Position> rawTexts() {
        return List.copyOf(rawTexts);
    }

    List<TemplateWarning> plainEnds() {
        return List.copyOf(plainEnds);
    }

    /** Whether a tag with this keyword comes next. */
    boolean atTag(String keyword) {
        return at(TokenKind.BLOCK_BEGIN) && peek(1).isName(keyword);
    }

    /** Reads the beginning of a tag up to its keyword, if it is this one. */
    boolean acceptTag(String keyword) {
        boolean found = atTag(keyword);
        if (found) {
            next();
            next();
        }
        return found;
    }

    /** The template ended inside a block. */
    TemplateSyntaxException unclosed() {
        Block block = blocks.element();
        return error(
                ErrorCode.K_PAR_002,
                "Unclosed '" + block.kind + "' block, opened at line " + block.position.line(),
                peek(),
                "Close it with 'end' or 'end" + block.kind + "'");
    }

    /** A closing or middle tag which does not belong where it stands. */
    TemplateSyntaxException misplaced(Token word) {
        Block block = blocks.peek();
        if (block == null) {
            return error(ErrorCode.K_PAR_001, "'" + word.value() + "' without an open block", word, null);
        }
        String suggestion = "Close it with 'end' or 'end" + block.kind + "'";
        if (block.kind.equals("try") && block.closedBy(word.text())) {
            suggestion = "A 'try' block needs a 'fallback' part";
        } else if (block.kind.equals("defer")) {
            suggestion = "Its parts are 'defer', then at most one 'loading', then at most one 'fallback', then 'end'";
        }
        return error(
                ErrorCode.K_PAR_001,
                "'" + word.value() + "' does not belong into '" + block.kind + "', opened at line "
                        + block.position.line(),
                word,
                suggestion);
    }

    // errors and warnings

    TemplateSyntaxException unexpected(String expected) {
        return unexpected(expected, null);
    }

    TemplateSyntaxException unexpected(String expected, @Nullable String suggestion) {
        return error(ErrorCode.K_PAR_001, "Expected " + expected + ", found " + peek().describe(), peek(), suggestion);
    }

    TemplateSyntaxException error(ErrorCode code, String message, Token token, @Nullable String suggestion) {
        return error(code, message, position(token), suggestion);
    }

    TemplateSyntaxException error(ErrorCode code, String message, Position at, @Nullable String suggestion) {
        List<OpenBlock> open = blocks.stream()
                .map(block -> new OpenBlock(block.kind, block.position.line()))
                .toList();
        return source.error(code, message, at, suggestion, open);
    }

    void warn(ErrorCode code, String message, Position at, String suggestion) {
        warnings.add(new TemplateWarning(code, message, source.name(), at.line(), at.column(), suggestion));
    }

    List<TemplateWarning> warnings() {
        return List.copyOf(warnings);
    }
}
