package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where HTML stands that matters to deferred sections: the end of a page's body, before which they are sent, and sections
 * that stand within a tag, a comment, a script or a title, where nothing can be put later.
 */
public final class SectionPlaces {

    private static final String END_OF_BODY = "</body";

    private final Map<Stmt.Text, Integer> ends = new IdentityHashMap<>();
    private final Set<Stmt.Defer> enclosed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Position> sites = new HashSet<>();

    private SectionPlaces() {}

    /**
     * The statements and expressions that stand within a tag, a comment, a script or a title: what they start, such as a
     * component or an include, stands there too.
     */
    public static Set<Position> enclosedSites(TemplateNode template) {
        SectionPlaces places = new SectionPlaces();
        places.body(template.body(), HtmlPlace.TEXT);
        return places.sites;
    }

    /** Looks at a template; quick when there is nothing to find. */
    public static SectionPlaces of(TemplateNode template) {
        SectionPlaces places = new SectionPlaces();
        if (matter(template.body())) {
            places.body(template.body(), HtmlPlace.TEXT);
        }
        return places;
    }

    private static boolean matter(List<Stmt> body) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Defer
                    || (statement instanceof Stmt.Text text && endOfBody(text.text(), 0) >= 0)) {
                return true;
            }
            for (List<Stmt> inner : Children.bodies(statement)) {
                if (matter(inner)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the body ends in a text, or -1. */
    public int endOfBody(Stmt.Text text) {
        return ends.getOrDefault(text, -1);
    }

    /** Whether a section stands where HTML may be put later. */
    public boolean isContent(Stmt.Defer section) {
        return !enclosed.contains(section);
    }

    private static int endOfBody(String text, int from) {
        for (int i = text.indexOf('<', from); i >= 0; i = text.indexOf('<', i + 1)) {
            if (text.regionMatches(true, i, END_OF_BODY, 0, END_OF_BODY.length())) {
                return i;
            }
        }
        return -1;
    }

    // ---- statements -----------------------------------------------------------------------------------------

    private HtmlPlace body(List<Stmt> body, HtmlPlace before) {
        HtmlPlace at = before;
        for (Stmt statement : body) {
            at = statement(statement, at);
        }
        return at;
    }

    private HtmlPlace statement(Stmt statement, HtmlPlace at) {
        if (statement instanceof Stmt.Text node) {
            return text(node, at);
        }
        if (at.mode() != HtmlPlace.Mode.TEXT) {
            enclosed(statement);
        }
        if (statement instanceof Stmt.Output) {
            HtmlScanner scanner = new HtmlScanner(at);
            scanner.output();
            return scanner.place();
        }
        boolean elsewhere = statement instanceof Stmt.Def
                || statement instanceof Stmt.Capture
                || statement instanceof Stmt.Push
                || statement instanceof Stmt.Embed
                || statement instanceof Stmt.CallBlock;
        HtmlPlace after = null;
        for (List<Stmt> inner : Children.bodies(statement)) {
            after = join(after, body(inner, elsewhere ? HtmlPlace.TEXT : at));
        }
        return after == null || elsewhere ? at : join(at, after);
    }

    /** Where it cannot be told, nothing comes later: that is right everywhere. */
    private void enclosed(Stmt statement) {
        if (statement instanceof Stmt.Defer section) {
            enclosed.add(section);
        }
        sites.add(statement.position());
        for (Expr expression : Children.expressions(statement)) {
            sites(expression);
        }
    }

    private void sites(Expr expression) {
        sites.add(expression.position());
        for (Expr part : Children.of(expression)) {
            sites(part);
        }
    }

    private static boolean isContent(HtmlPlace place) {
        return place.mode() == HtmlPlace.Mode.TEXT || place.mode() == HtmlPlace.Mode.UNKNOWN;
    }

    private static HtmlPlace join(@Nullable HtmlPlace some, HtmlPlace more) {
        if (some == null || some.equals(more)) {
            return more;
        }
        boolean sameTag = isInTag(some) && isInTag(more) && some.element().equals(more.element());
        return sameTag ? HtmlPlace.inTag(more.element()) : HtmlPlace.UNKNOWN;
    }

    /** As far as it matters where the tag ends. */
    private static boolean isInTag(HtmlPlace place) {
        return switch (place.mode()) {
            case TAG_NAME, IN_TAG, ATTRIBUTE_NAME, AFTER_NAME -> !place.closing();
            case VALUE -> place.quote() == 0;
            default -> false;
        };
    }

    private HtmlPlace text(Stmt.Text node, HtmlPlace before) {
        HtmlScanner scanner = new HtmlScanner(before);
        String text = node.text();
        int from = 0;
        for (int end = endOfBody(text, 0); end >= 0; end = endOfBody(text, end + 1)) {
            scanner.text(text.substring(from, end));
            from = end;
            if (isContent(scanner.place())) {
                ends.putIfAbsent(node, end);
            }
        }
        scanner.text(text.substring(from));
        return scanner.place();
    }
}
