package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a template into text, comments and the tokens of tags. Text is trimmed here. */
final class Lexer {

    private static final String RAW = "raw";
    private static final String END_RAW = "endraw";

    private final SyntaxSource source;
    private final String text;
    private final LexerSettings settings;
    private final DataTrimmer trimmer;
    private final TagScanner scanner;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(SyntaxSource source, LexerSettings settings) {
        this.source = source;
        this.text = source.text();
        this.settings = settings;
        this.trimmer = new DataTrimmer(text, settings);
        this.scanner = new TagScanner(source);
    }

    /**
     * The tokens of a template. A lexical error becomes the last token, so that an error of the grammar before it is
     * found first.
     */
    static List<Token> tokenize(SyntaxSource source, LexerSettings settings) {
        Lexer lexer = new Lexer(source, settings);
        try {
            lexer.run();
        } catch (TemplateSyntaxException e) {
            lexer.tokens.add(new Token(TokenKind.ERROR, lexer.at, e));
        }
        return lexer.tokens;
    }

    private void run() {
        Opener[] openers = {
            new Opener(TokenKind.VARIABLE_BEGIN, settings.variableStart(), text),
            new Opener(TokenKind.BLOCK_BEGIN, settings.blockStart(), text),
            new Opener(TokenKind.COMMENT, settings.commentStart(), text)
        };
        while (true) {
            Opener next = earliest(openers);
            if (next == null) {
                break;
            }
            data(next.offset, next.kind == TokenKind.BLOCK_BEGIN, marked(next.end()));
            open(next);
        }
        data(text.length(), false, false);
        add(TokenKind.EOF, text.length(), "");
    }

    /** The opener that comes first; at one offset the earlier in the list wins. */
    private @Nullable Opener earliest(Opener[] openers) {
        Opener found = null;
        for (Opener opener : openers) {
            opener.seek(at);
            if (opener.offset >= 0 && (found == null || opener.offset < found.offset)) {
                found = opener;
            }
        }
        return found;
    }

    private void open(Opener opener) {
        int content = opener.end() + (marked(opener.end()) ? 1 : 0);
        switch (opener.kind) {
            case COMMENT -> comment(opener);
            case VARIABLE_BEGIN -> {
                add(TokenKind.VARIABLE_BEGIN, opener.offset, opener.delimiter);
                tag(content, settings.variableEnd(), TokenKind.VARIABLE_END);
            }
            default -> {
                int first = tokens.size();
                add(TokenKind.BLOCK_BEGIN, opener.offset, opener.delimiter);
                tag(content, settings.blockEnd(), TokenKind.BLOCK_END);
                if (tokens.size() == first + 3 && tokens.get(first + 1).isName(RAW)) {
                    raw();
                }
            }
        }
    }

    private boolean marked(int offset) {
        return offset < text.length() && text.charAt(offset) == '-';
    }

    /** Text up to the given offset. */
    private void data(int end, boolean beforeBlock, boolean leftMarker) {
        DataTrimmer.Kept kept = trimmer.trim(at, end, beforeBlock, leftMarker);
        if (kept.from() < kept.to()) {
            add(TokenKind.DATA, kept.from(), text.substring(kept.from(), kept.to()));
        }
        at = end;
    }

    private void comment(Opener opener) {
        int end = text.indexOf(settings.commentEnd(), opener.end());
        if (end < 0) {
            throw source.error(
                    ErrorCode.K_LEX_002,
                    "Unclosed comment, '" + settings.commentEnd() + "' is missing",
                    opener.end(),
                    null);
        }
        add(TokenKind.COMMENT, opener.offset, "");
        at = end + settings.commentEnd().length();
        trimmer.tagEnded(false, false);
    }

    /** The tokens of a tag, its closing delimiter included. The closer is looked for before every token. */
    private void tag(int start, String closer, TokenKind kind) {
        int offset = start;
        while (true) {
            offset = scanner.skipSpace(offset);
            if (offset >= text.length()) {
                throw unclosed(kind, closer);
            }
            boolean marker = marked(offset) && text.startsWith(closer, offset + 1);
            if (text.startsWith(closer, offset)) {
                marker = false;
            } else if (!marker) {
                add(scanner.scan(offset));
                offset = scanner.end();
                continue;
            }
            add(kind, offset, closer);
            at = offset + (marker ? 1 : 0) + closer.length();
            trimmer.tagEnded(marker, kind == TokenKind.BLOCK_END);
            return;
        }
    }

    private RuntimeException unclosed(TokenKind kind, String closer) {
        return source.error(
                kind == TokenKind.BLOCK_END ? ErrorCode.K_LEX_001 : ErrorCode.K_LEX_003,
                "The template ends inside a tag, '" + closer + "' is missing",
                text.length(),
                null);
    }

    /** The content of {@code raw}, taken as it stands, and the closing tag. */
    private void raw() {
        Token keyword = tokens.get(tokens.size() - 2);
        for (int tag = text.indexOf(settings.blockStart(), at);
                tag >= 0;
                tag = text.indexOf(settings.blockStart(), tag + 1)) {
            int name = scanner.skipSpace(content(tag));
            if (!text.startsWith(END_RAW, name)) {
                continue;
            }
            int closer = scanner.skipSpace(name + END_RAW.length());
            boolean marker = marked(closer) && text.startsWith(settings.blockEnd(), closer + 1);
            if (marker || text.startsWith(settings.blockEnd(), closer)) {
                data(tag, true, marked(tag + settings.blockStart().length()));
                add(TokenKind.BLOCK_BEGIN, tag, settings.blockStart());
                add(TokenKind.NAME, name, END_RAW);
                add(TokenKind.BLOCK_END, closer, settings.blockEnd());
                at = closer + (marker ? 1 : 0) + settings.blockEnd().length();
                trimmer.tagEnded(marker, true);
                return;
            }
        }
        throw source.error(
                ErrorCode.K_PAR_002,
                "Unclosed 'raw' block, opened at line "
                        + source.position(keyword.offset()).line(),
                text.length(),
                "Close it with " + settings.blockStart() + " endraw " + settings.blockEnd());
    }

    /** Where the content of the block tag at the given offset starts. */
    private int content(int tag) {
        int start = tag + settings.blockStart().length();
        return marked(start) ? start + 1 : start;
    }

    private void add(TokenKind kind, int offset, Object value) {
        add(new Token(kind, offset, value));
    }

    private void add(Token token) {
        int most = source.limits().tokens();
        if (tokens.size() >= most && !token.is(TokenKind.EOF)) {
            throw source.error(
                    ErrorCode.K_LEX_004,
                    "The template has more than " + most + " tokens",
                    token.offset(),
                    "Split it into several templates");
        }
        tokens.add(token);
    }

    /** An opening delimiter and where it occurs next. */
    private static final class Opener {
        private final TokenKind kind;
        private final String delimiter;
        private final String text;
        private int offset;

        Opener(TokenKind kind, String delimiter, String text) {
            this.kind = kind;
            this.delimiter = delimiter;
            this.text = text;
            this.offset = text.indexOf(delimiter);
        }

        void seek(int from) {
            if (offset >= 0 && offset < from) {
                offset = text.indexOf(delimiter, from);
            }
        }

        int end() {
            return offset + delimiter.length();
        }
    }
}
