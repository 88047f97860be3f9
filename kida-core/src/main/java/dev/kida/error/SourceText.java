package dev.kida.error;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The source of a template, kept so that errors can show the lines they are about.
 *
 * @param name name of the template
 * @param location where it was read from (a file, a URL), or null
 * @param text the source
 */
public record SourceText(String name, @Nullable String location, String text) {

    private static final int CONTEXT = 2;
    private static final int WIDTH = 200;
    private static final String FRAME = "   |";
    private static final String CLIPPED = "…";

    /** One line of the source without its line end, or the empty text when there is no such line. */
    public String line(int number) {
        int start = 0;
        for (int line = 1; line < number; line++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return "";
            }
            start = end + 1;
        }
        if (number < 1) {
            return "";
        }
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end < 0 ? text.length() : end);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** Number of lines; a line ends at a newline character only. */
    public int lines() {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }

    /**
     * The lines around an error, framed, with a mark on its line and a caret below its column.
     *
     * @param line 1-based line
     * @param column 0-based column, or -1 when it is not known
     */
    public String snippet(int line, int column) {
        StringBuilder out = new StringBuilder(FRAME).append('\n');
        // a newline at the very end starts a line nobody sees, it is shown only when the error is there
        int last = Math.min(text.endsWith("\n") ? Math.max(line, lines() - 1) : lines(), line + CONTEXT);
        for (int number = Math.max(1, line - CONTEXT); number <= last; number++) {
            boolean marked = number == line;
            out.append(marked ? '>' : ' ').append(String.format(Locale.ROOT, "%3d | ", number));
            append(out, line(number), marked ? column : -1);
        }
        return out.append(FRAME).toString();
    }

    /** Appends one source line and, for a known column, the caret line below it. */
    private static void append(StringBuilder out, String line, int column) {
        int from = line.length() <= WIDTH ? 0 : Math.max(0, Math.min(column, line.length()) - WIDTH / 2);
        int to = Math.min(line.length(), from + WIDTH);
        String head = from > 0 ? CLIPPED : "";
        String shown = head + line.substring(from, to) + (to < line.length() ? CLIPPED : "");
        out.append(shown).append('\n');
        if (column >= 0) {
            out.append("     | ")
                    .append(caret(shown, column - from + head.length()))
                    .append('\n');
        }
    }

    /** A caret under the given column; tabs are repeated so that it lines up. */
    static String caret(String line, int column) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < column; i++) {
            out.append(i < line.length() && line.charAt(i) == '\t' ? '\t' : ' ');
        }
        return out.append('^').toString();
    }
}
