package dev.kida.output;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * Makes sure that a piece of HTML which is sent out of order stays a piece: whatever it contains, it neither closes the
 * element around it nor swallows what follows. Well-formed HTML comes out as it was; of anything that is left open, or
 * closes what it did not open, the first character is escaped.
 *
 * <p>It reads as browsers do. Inside of foreign elements and {@code noscript} their reading depends on more than the text,
 * so that there only what is harmless in every reading is let through.
 */
public final class SectionGuard {

    /** Elements whose content is text up to their end tag. */
    private static final Set<String> RAW_TEXT =
            Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

    /** Text with more faults than that is no HTML; the rest of it becomes plain text. */
    private static final int MOST = 100;

    /** How often a text is read, and mended, before it becomes plain text. */
    private static final int READINGS = 10;

    private final String html;
    private final boolean placeholder;
    /** The places of the characters to escape. */
    private final BitSet escaped = new BitSet();

    private int faults;

    private SectionGuard(String html, boolean placeholder) {
        this.html = html;
        this.placeholder = placeholder;
    }

    /** HTML that goes into a template. */
    public static String template(String html) {
        return guard(html, false);
    }

    /** HTML that is shown until the section comes, between two processing instructions. */
    public static String placeholder(String html) {
        return guard(html, true);
    }

    /** What is in a tag becomes text, or other tags, when the tag is escaped; so that is read again. */
    private static String guard(String html, boolean placeholder) {
        String before = html;
        for (int reading = 0; reading < READINGS; reading++) {
            String after = before.indexOf('<') < 0 ? before : new SectionGuard(before, placeholder).guarded();
            if (after.equals(before)) {
                return before;
            }
            before = after;
        }
        return before.replace("<", "&lt;");
    }

    private String guarded() {
        scan(0, html.length(), false);
        if (escaped.isEmpty()) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length() + 3 * escaped.cardinality());
        int copied = 0;
        for (int at = escaped.nextSetBit(0); at >= 0; at = escaped.nextSetBit(at + 1)) {
            out.append(html, copied, at).append("&lt;");
            copied = at + 1;
        }
        return out.append(html, copied, html.length()).toString();
    }

    // ---- reading --------------------------------------------------------------------------------------------------

    /**
     * Reads a part of the text that begins and ends between tags.
     *
     * @param strict whether no template may begin or end in it
     */
    private void scan(int from, int to, boolean strict) {
        Deque<Integer> templates = new ArrayDeque<>();
        int at = html.indexOf('<', from);
        while (at >= 0 && at < to) {
            int end = faults > MOST ? -1 : markup(at, to, strict);
            if (end < 0) {
                faults++;
                escaped.set(at);
                end = at + 1;
            } else if (isTag(at, end, "</template")) {
                if (strict || templates.poll() == null) {
                    escaped.set(at);
                    end = at + 1;
                }
            } else if (isTag(at, end, "<template")) {
                if (strict) {
                    escaped.set(at);
                    end = at + 1;
                } else {
                    templates.push(at);
                }
            }
            at = html.indexOf('<', end);
        }
        templates.forEach(escaped::set);
    }

    private boolean isTag(int at, int end, String start) {
        return end > at + 1 && startsTag(at, start);
    }

    private boolean startsTag(int at, String start) {
        int after = at + start.length();
        return html.regionMatches(true, at, start, 0, start.length())
                && (after >= html.length() || isNameEnd(html.charAt(after)));
    }

    /** Where the markup that starts here ends, with the content of elements that is not markup; -1 if it must not start. */
    private int markup(int at, int to, boolean strict) {
        if (at + 1 >= to) {
            return -1;
        }
        char next = html.charAt(at + 1);
        if (next == '!') {
            return declaration(at, to);
        } else if (next == '?') {
            return isMark(at) ? -1 : after(html.indexOf('>', at), to);
        } else if (next == '/') {
            char letter = at + 2 < to ? html.charAt(at + 2) : 0;
            return isLetter(letter) ? tagEnd(at + 2, to) : after(html.indexOf('>', at), to);
        } else if (isLetter(next)) {
            return element(at, to, strict);
        }
        return at + 1; // a character like any other
    }

    /** Whether this is one of the marks around the place of a section; there is no other inside of it. */
    private boolean isMark(int at) {
        return placeholder
                && (html.regionMatches(true, at, "<?start", 0, 7) || html.regionMatches(true, at, "<?end", 0, 5));
    }

    private static int after(int last, int to) {
        return last < 0 || last >= to ? -1 : last + 1;
    }

    private int declaration(int at, int to) {
        if (html.startsWith("<!--", at)) {
            return comment(at + 4, to);
        }
        return html.startsWith("<![", at) ? -1 : after(html.indexOf('>', at), to);
    }

    private int comment(int start, int to) {
        if (html.startsWith(">", start)) {
            return start + 1;
        }
        if (html.startsWith("->", start)) {
            return start + 2;
        }
        for (int dashes = html.indexOf("--", start);
                dashes >= 0 && dashes < to;
                dashes = html.indexOf("--", dashes + 1)) {
            if (html.startsWith("-->", dashes)) {
                return dashes + 3 <= to ? dashes + 3 : -1;
            }
            if (html.startsWith("--!>", dashes)) {
                return dashes + 4 <= to ? dashes + 4 : -1;
            }
        }
        return -1;
    }

    // ---- tags -----------------------------------------------------------------------------------------------------

    /** The end of a start tag, and of the element if its content is not read here. */
    private int element(int at, int to, boolean strict) {
        int end = tagEnd(at + 1, to);
        if (end < 0) {
            return -1;
        }
        String name = name(at + 1);
        if (RAW_TEXT.contains(name)) {
            return rawText(name, end, to, strict);
        } else if (name.equals("noscript")) {
            return ambiguous(end, endTag(name, end, to));
        } else if ((name.equals("svg") || name.equals("math")) && !strict) {
            return ambiguous(end, matchingEndTag(name, end, to));
        }
        return name.equals("plaintext") ? -1 : end;
    }

    private int rawText(String name, int from, int to, boolean strict) {
        int close = endTag(name, from, to);
        if (strict || close < 0) {
            return ambiguous(from, close);
        }
        return name.equals("script") && hidesItsEnd(from, close) ? -1 : tagEnd(close + 2, to);
    }

    /** Content that may be read in more than one way, up to an end tag; -1 if there is none. */
    private int ambiguous(int from, int close) {
        if (close >= 0) {
            scan(from, close, true);
        }
        return close;
    }

    private String name(int start) {
        int end = start;
        while (end < html.length() && !isNameEnd(html.charAt(end))) {
            end++;
        }
        return html.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** Where the first end tag of an element that is complete begins, or -1. */
    private int endTag(String name, int from, int to) {
        String start = "</" + name;
        for (int at = html.indexOf('<', from); at >= 0 && at < to; at = html.indexOf('<', at + 1)) {
            if (startsTag(at, start)) {
                return tagEnd(at + 2, to) < 0 ? -1 : at;
            }
        }
        return -1;
    }

    /** Where the end tag of an element that may contain others of its kind begins; else the last one, or -1. */
    private int matchingEndTag(String name, int from, int to) {
        int open = 1;
        int last = -1;
        for (int at = html.indexOf('<', from); at >= 0 && at < to; at = html.indexOf('<', at + 1)) {
            if (startsTag(at, "<" + name)) {
                open++;
            } else if (startsTag(at, "</" + name) && tagEnd(at + 2, to) >= 0) {
                last = at;
                open--;
            }
            if (open == 0) {
                return at;
            }
        }
        return last;
    }

    /** Whether a script contains the beginning of a comment with a script inside, which browsers read beyond its end tag. */
    private boolean hidesItsEnd(int from, int to) {
        int comment = html.indexOf("<!--", from);
        if (comment < 0 || comment >= to) {
            return false;
        }
        for (int at = html.indexOf('<', comment + 1); at >= 0 && at < to; at = html.indexOf('<', at + 1)) {
            if (startsTag(at, "<script")) {
                return true;
            }
        }
        return false;
    }

    /** Where a tag ends whose name starts here, or -1 if it does not end. */
    private int tagEnd(int nameStart, int to) {
        int i = nameStart;
        while (i < to && !isNameEnd(html.charAt(i))) {
            i++;
        }
        while (i < to) {
            char c = html.charAt(i);
            if (c == '>') {
                return i + 1;
            }
            i = isSpace(c) || c == '/' ? i + 1 : attribute(i, to);
        }
        return -1;
    }

    /** The end of an attribute; behind the text if its value does not end. */
    private int attribute(int start, int to) {
        int i = start + 1; // an attribute's name may begin with anything
        while (i < to && html.charAt(i) != '=' && !isNameEnd(html.charAt(i))) {
            i++;
        }
        int equals = skipSpaces(i, to);
        if (equals >= to || html.charAt(equals) != '=') {
            return i;
        }
        int value = skipSpaces(equals + 1, to);
        if (value >= to) {
            return to;
        }
        char quote = html.charAt(value);
        if (quote == '"' || quote == '\'') {
            int end = html.indexOf(quote, value + 1);
            return end < 0 || end >= to ? to : end + 1;
        }
        while (value < to && !isSpace(html.charAt(value)) && html.charAt(value) != '>') {
            value++;
        }
        return value;
    }

    private int skipSpaces(int from, int to) {
        int i = from;
        while (i < to && isSpace(html.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isNameEnd(char c) {
        return isSpace(c) || c == '/' || c == '>';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
