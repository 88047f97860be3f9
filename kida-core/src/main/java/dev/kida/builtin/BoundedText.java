package dev.kida.builtin;

import dev.kida.error.TemplateRuntimeException;

/**
 * A text that a regular expression may look at only so often: some expressions take exponential time on some texts, and
 * both may come from data.
 */
final class BoundedText implements CharSequence {

    private static final int LOOKS = 5_000_000;
    private static final int LOOKS_PER_CHARACTER = 50;

    private final String text;
    private long left;

    BoundedText(String text) {
        this.text = text;
        this.left = LOOKS + (long) LOOKS_PER_CHARACTER * text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw tooComplex();
        }
        return text.charAt(index);
    }

    static TemplateRuntimeException tooComplex() {
        return TemplateRuntimeException.value("The regular expression takes too long on this text");
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
