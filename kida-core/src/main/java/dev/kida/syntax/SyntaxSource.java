package dev.kida.syntax;

import dev.kida.error.ErrorCode;
import dev.kida.error.OpenBlock;
import dev.kida.error.SourceText;
import dev.kida.error.TemplateSyntaxException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The source while it is read: turns offsets into positions and errors. */
final class SyntaxSource {

    private final SourceText source;
    private final SyntaxLimits limits;
    private final int[] lineStarts;

    SyntaxSource(SourceText source, SyntaxLimits limits) {
        this.source = source;
        this.limits = limits;
        this.lineStarts = lineStarts(source.text());
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    SyntaxLimits limits() {
        return limits;
    }

    String text() {
        return source.text();
    }

    String name() {
        return source.name();
    }

    int lines() {
        return lineStarts.length;
    }

    Position position(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - lineStarts[line]);
    }

    TemplateSyntaxException error(ErrorCode code, String message, int offset, @Nullable String suggestion) {
        return error(code, message, offset, suggestion, List.of());
    }

    TemplateSyntaxException error(
            ErrorCode code, String message, int offset, @Nullable String suggestion, List<OpenBlock> open) {
        return error(code, message, position(offset), suggestion, open);
    }

    TemplateSyntaxException error(
            ErrorCode code, String message, Position at, @Nullable String suggestion, List<OpenBlock> open) {
        return new TemplateSyntaxException(code, message, source, at.line(), at.column(), suggestion, open);
    }
}
