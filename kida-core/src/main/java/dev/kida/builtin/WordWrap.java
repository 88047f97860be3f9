package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.CodePoints;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code wordwrap}: greedy filling of lines.
 *
 * <p>The text is cut into chunks (words, runs of spaces, pieces of hyphenated words) that are put on a line as long as
 * they fit.
 */
final class WordWrap {

    /**
     * A run of spaces, a dash of several hyphens between words, or a word. A hyphen ends a piece of a word when letters are
     * on both sides of it, so that neither a sign nor a stump is cut off.
     */
    private static final Pattern CHUNK = Pattern.compile("""
            \\x20+
            | (?<=[\\w!"'&.,?]) -{2,} (?=\\w)
            | [^\\x20]+? (?:
                - (?: (?<=[\\w&&[^\\d_]]{2}-) | (?<=[\\w&&[^\\d_]]-[\\w!"'&.,?]-))
                  (?= [\\w&&[^\\d_]] -? [\\w&&[^\\d_]])
                | (?= \\x20 | \\z)
                | (?<=[\\w!"'&.,?]) (?= -{2,}\\w)
            )
            """, Pattern.COMMENTS | Pattern.UNICODE_CHARACTER_CLASS);

    /** A piece of the text, of which the beginning may be on a line already. */
    private static final class Chunk {
        private final String text;
        private int start;
        private int length;

        Chunk(String text) {
            this.text = text;
            this.length = CodePoints.length(text);
        }

        boolean isBlank() {
            return text.charAt(start) == ' ';
        }

        String rest() {
            return text.substring(start);
        }

        /** Takes as many characters off the beginning, but not more than to the last hyphen in them. */
        String cut(int characters) {
            String head = text.substring(start, text.offsetByCodePoints(start, characters));
            int hyphen = head.lastIndexOf('-');
            if (hyphen > 0 && head.substring(0, hyphen).chars().anyMatch(c -> c != '-')) {
                head = head.substring(0, hyphen + 1);
            }
            start += head.length();
            length -= CodePoints.length(head);
            return head;
        }
    }

    private final int width;
    private final boolean breakLongWords;
    private final List<String> lines = new ArrayList<>();

    private WordWrap(int width, boolean breakLongWords) {
        this.width = width;
        this.breakLongWords = breakLongWords;
    }

    static String wrap(String text, int width, boolean breakLongWords) {
        if (width <= 0) {
            throw TemplateRuntimeException.value("wordwrap needs a width greater than 0, not " + width);
        }
        return new WordWrap(width, breakLongWords).fill(chunks(expand(text)));
    }

    private String fill(Deque<Chunk> chunks) {
        while (!chunks.isEmpty()) {
            if (!lines.isEmpty() && chunks.getFirst().isBlank()) {
                chunks.removeFirst();
                continue;
            }
            List<String> line = takeLine(chunks);
            if (!line.isEmpty() && line.get(line.size() - 1).charAt(0) == ' ') {
                line.remove(line.size() - 1);
            }
            if (!line.isEmpty()) {
                lines.add(String.join("", line));
            }
        }
        return String.join("\n", lines);
    }

    private List<String> takeLine(Deque<Chunk> chunks) {
        List<String> line = new ArrayList<>();
        int used = 0;
        while (!chunks.isEmpty()) {
            int length = chunks.getFirst().length;
            if (used + length > width) {
                if (length > width) {
                    takeLongWord(line, chunks, width - used);
                }
                break;
            }
            line.add(chunks.removeFirst().rest());
            used += length;
        }
        return line;
    }

    /** A word longer than a line: fill the line with its beginning, or leave it alone on a line of its own. */
    private void takeLongWord(List<String> line, Deque<Chunk> chunks, int room) {
        if (!breakLongWords) {
            if (line.isEmpty()) {
                line.add(chunks.removeFirst().rest());
            }
            return;
        }
        if (room > 0) {
            line.add(chunks.getFirst().cut(room));
        }
    }

    /** Expands tabs to columns of eight and makes every white space a plain space. */
    private static String expand(String text) {
        StringBuilder result = new StringBuilder(text.length());
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                int spaces = 8 - column % 8;
                result.append(" ".repeat(spaces));
                column += spaces;
            } else {
                result.append(CodePoints.isSpace(c) ? ' ' : c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return result.toString();
    }

    private static Deque<Chunk> chunks(String text) {
        Deque<Chunk> chunks = new ArrayDeque<>();
        Matcher matcher = CHUNK.matcher(text);
        while (matcher.find()) {
            chunks.addLast(new Chunk(matcher.group()));
        }
        return chunks;
    }
}
