package dev.kida.syntax;

/** Decides what is left of the text between two tags: trim markers, {@code trimBlocks} and {@code lstripBlocks}. */
final class DataTrimmer {

    private final String source;
    private final LexerSettings settings;

    /** A right trim marker is waiting for the next text. */
    private boolean trimNext;
    /** The text starts right after a block tag. */
    private boolean afterBlock;

    DataTrimmer(String source, LexerSettings settings) {
        this.source = source;
        this.settings = settings;
    }

    /** What is kept of a text, as indices into the source. */
    record Kept(int from, int to) {}

    /** A tag or comment ended. A marker stays in force over adjacent tags until some text consumes it. */
    void tagEnded(boolean marker, boolean block) {
        trimNext |= marker;
        afterBlock = block;
    }

    /**
     * Trims the text between two indices.
     *
     * @param beforeBlock the text ends at a block tag
     * @param leftMarker the tag it ends at starts with a trim marker
     */
    Kept trim(int from, int to, boolean beforeBlock, boolean leftMarker) {
        int start = from;
        int end = to;
        if (trimNext) {
            start = Whitespace.skip(source, from, to);
            trimNext = from == to;
        } else if (afterBlock && settings.trimBlocks()) {
            start = afterNewline(from, to);
        }
        if (beforeBlock && settings.lstripBlocks()) {
            end = beforeIndent(start, end);
        }
        if (leftMarker) {
            end = Whitespace.skipBack(source, start, end);
        }
        return new Kept(start, end);
    }

    private int afterNewline(int from, int to) {
        if (from < to && source.charAt(from) == '\n') {
            return from + 1;
        }
        return from + 1 < to && source.charAt(from) == '\r' && source.charAt(from + 1) == '\n' ? from + 2 : from;
    }

    private int beforeIndent(int from, int to) {
        int lineStart = Math.max(from, source.lastIndexOf('\n', to - 1) + 1);
        return Whitespace.isBlank(source, lineStart, to) ? lineStart : to;
    }
}
