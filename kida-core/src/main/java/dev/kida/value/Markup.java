package dev.kida.value;

import java.util.Objects;

/** Text that is already safe for HTML output. It behaves like the text it holds and is never escaped again. */
public final class Markup implements SafeHtml, CharSequence {

    /** The empty markup. */
    public static final Markup EMPTY = new Markup("");

    private final String html;

    private Markup(String html) {
        this.html = html;
    }

    /** Declares text to be safe. Nothing is escaped or checked. */
    public static Markup of(String html) {
        return html.isEmpty() ? EMPTY : new Markup(Objects.requireNonNull(html));
    }

    @Override
    public String toHtml() {
        return html;
    }

    @Override
    public int length() {
        return html.length();
    }

    @Override
    public char charAt(int index) {
        return html.charAt(index);
    }

    @Override
    public boolean isEmpty() {
        return html.isEmpty();
    }

    /** A part of safe text need not be safe, so this is plain text. */
    @Override
    public CharSequence subSequence(int start, int end) {
        return html.substring(start, end);
    }

    /** Equal to markup of the same content. Templates also find it equal to the same plain text. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Markup that && html.equals(that.html);
    }

    @Override
    public int hashCode() {
        return html.hashCode();
    }

    @Override
    public String toString() {
        return html;
    }
}
