package dev.kida.analyze;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/** Follows the HTML of a page while it is sent, so that the page can be ended in good order at any point. */
public final class HtmlTail {

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    /** Elements that end where another one begins which is named first. */
    private static final Map<String, Set<String>> IMPLIED = Map.of(
            "p", Set.of("p"),
            "li", Set.of("li", "p"),
            "dt", Set.of("dt", "dd", "p"),
            "dd", Set.of("dt", "dd", "p"),
            "option", Set.of("option"),
            "td", Set.of("td", "th", "p"),
            "th", Set.of("td", "th", "p"),
            "tr", Set.of("tr", "td", "th", "p"),
            "tbody", Set.of("thead", "tbody", "tr", "td", "th", "p"),
            "body", Set.of("head"));

    /** Deeper elements are closed by the browser. */
    private static final int DEEPEST = 500;

    private final HtmlScanner scanner = new HtmlScanner(HtmlPlace.TEXT, this::tag);
    private final Deque<String> open = new ArrayDeque<>();

    /** A piece of the page has been sent. */
    public void text(String text) {
        scanner.text(text);
    }

    private void tag(String name, boolean closing) {
        if (closing) {
            if (open.contains(name)) {
                while (!open.pop().equals(name)) {
                    // an element that was left open ends with the one around it
                }
            }
        } else if (!VOID.contains(name)) {
            Set<String> ends = IMPLIED.getOrDefault(name, Set.of());
            while (!open.isEmpty() && ends.contains(open.getFirst())) {
                open.pop();
            }
            if (open.size() < DEEPEST) {
                open.push(name);
            }
        }
    }

    /** Ends the tag, comment or script that the page has got into, and every element inside of the body. */
    public String interrupt() {
        StringBuilder end = new StringBuilder();
        String next = mark();
        while (!next.isEmpty()) {
            end.append(next);
            scanner.text(next);
            next = mark();
        }
        while (!open.isEmpty() && !isPage(open.getFirst())) {
            end.append("</").append(open.pop()).append('>');
        }
        return end.toString();
    }

    /** Ends the body and the page, as far as they were begun. */
    public String end() {
        StringBuilder end = new StringBuilder();
        while (!open.isEmpty()) {
            end.append("</").append(open.pop()).append('>');
        }
        return end.toString();
    }

    private static boolean isPage(String element) {
        return element.equals("body") || element.equals("html");
    }

    /** The shortest text that leads out of where the page is; empty between elements. */
    private String mark() {
        HtmlPlace place = scanner.place();
        return switch (place.mode()) {
            case TEXT, UNKNOWN -> "";
            case TAG_OPEN -> place.closing() ? ">" : " ";
            case COMMENT -> "-->";
            case RAW -> "</" + place.element() + ">";
            case VALUE -> place.quote() == 0 ? ">" : place.quote() + ">";
            default -> ">";
        };
    }
}
