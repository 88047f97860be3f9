package dev.kida.syntax;

/**
 * Delimiters and whitespace options of the template language.
 *
 * @param blockStart opens a block tag, <code>{%</code> by default
 * @param blockEnd closes a block tag
 * @param variableStart opens an output tag, <code>{{</code> by default
 * @param variableEnd closes an output tag
 * @param commentStart opens a comment, <code>{#</code> by default
 * @param commentEnd closes a comment
 * @param trimBlocks remove the first newline after a block tag
 * @param lstripBlocks remove white space between the start of a line and a block tag
 */
public record LexerSettings(
        String blockStart,
        String blockEnd,
        String variableStart,
        String variableEnd,
        String commentStart,
        String commentEnd,
        boolean trimBlocks,
        boolean lstripBlocks) {

    /** The usual delimiters, no trimming. */
    public static final LexerSettings DEFAULT = new LexerSettings("{%", "%}", "{{", "}}", "{#", "#}", false, false);

    /** Checks that no delimiter is empty. */
    public LexerSettings {
        if (blockStart.isEmpty()
                || blockEnd.isEmpty()
                || variableStart.isEmpty()
                || variableEnd.isEmpty()
                || commentStart.isEmpty()
                || commentEnd.isEmpty()) {
            throw new IllegalArgumentException("template delimiters must not be empty");
        }
    }

    /** The same with other block delimiters. */
    public LexerSettings withBlock(String start, String end) {
        return new LexerSettings(
                start, end, variableStart, variableEnd, commentStart, commentEnd, trimBlocks, lstripBlocks);
    }

    /** The same with other output delimiters. */
    public LexerSettings withVariable(String start, String end) {
        return new LexerSettings(blockStart, blockEnd, start, end, commentStart, commentEnd, trimBlocks, lstripBlocks);
    }

    /** The same with other comment delimiters. */
    public LexerSettings withComment(String start, String end) {
        return new LexerSettings(
                blockStart, blockEnd, variableStart, variableEnd, start, end, trimBlocks, lstripBlocks);
    }

    /** The same with other whitespace options. */
    public LexerSettings withTrimming(boolean trim, boolean lstrip) {
        return new LexerSettings(
                blockStart, blockEnd, variableStart, variableEnd, commentStart, commentEnd, trim, lstrip);
    }
}
