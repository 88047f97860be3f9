package dev.kida.analyze;

import dev.kida.error.TemplateWarning;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds output in places of a page where the escaping of HTML does not protect it (spec 08 §1). Text is followed through
 * all branches; where they leave the page in different places, what comes next is checked in each of them. Components
 * are taken to stand between elements, blocks where the literal parent of the template puts them.
 */
public final class EscapingChecks {

    /** More places than that are not told apart. */
    private static final int MOST_PLACES = 8;

    /** Deeper loops that end elsewhere than they begin are not run through a second time. */
    private static final int DEEPEST_REPEAT = 3;

    private static final Set<HtmlPlace> TEXT = Set.of(HtmlPlace.TEXT);
    private static final Set<HtmlPlace> UNKNOWN = Set.of(HtmlPlace.UNKNOWN);

    private final String template;
    private final @Nullable String name;
    private final Layouts layouts;

    /** Where the literal parents put their blocks, and where this template puts others. */
    private final Map<String, Set<HtmlPlace>> inherited = new HashMap<>();

    private final Map<String, Set<HtmlPlace>> own = new HashMap<>();
    private final Set<TemplateWarning> found = new LinkedHashSet<>();
    private final Set<Position> reported = new HashSet<>();
    private int repeats;

    private EscapingChecks(String template, @Nullable String name, Layouts layouts) {
        this.template = template;
        this.name = name;
        this.layouts = layouts;
    }

    /**
     * Checks a template.
     *
     * @param shown the template in messages
     * @param name the name it is loaded by, or null
     * @param others where its parents are looked up
     */
    public static List<TemplateWarning> check(
            TemplateNode tree, String shown, @Nullable String name, TemplateTrees others) {
        return List.copyOf(new EscapingChecks(shown, name, new Layouts(others)).run(tree).found);
    }

    /** Where templates put their blocks; every template is looked at once. */
    private record Layouts(TemplateTrees others, Map<String, Map<String, Set<HtmlPlace>>> known) {

        Layouts(TemplateTrees others) {
            this(others, new HashMap<>());
        }

        Map<String, Set<HtmlPlace>> of(Expr literal, @Nullable String caller) {
            String written = References.literal(literal);
            TemplateTrees.Found found = written == null ? null : others.find(written, caller);
            if (found == null) {
                return Map.of();
            }
            Map<String, Set<HtmlPlace>> places = known.get(found.name());
            if (places == null) {
                known.put(found.name(), Map.of()); // for templates that lead back to this one
                EscapingChecks checks = new EscapingChecks(found.name(), found.name(), this).run(found.tree());
                places = new HashMap<>(checks.own);
                places.putAll(checks.inherited);
                known.put(found.name(), places);
            }
            return places;
        }
    }

    private EscapingChecks run(TemplateNode tree) {
        for (Stmt statement : tree.body()) {
            if (statement instanceof Stmt.Extends node) {
                inherited.putAll(layouts.of(node.parent(), name));
            }
        }
        body(tree.body(), TEXT);
        return this;
    }

    // ---- statements -----------------------------------------------------------------------------------------

    private Set<HtmlPlace> body(List<Stmt> body, Set<HtmlPlace> before) {
        Set<HtmlPlace> at = before;
        for (Stmt statement : body) {
            at = statement(statement, at);
        }
        return at;
    }

    private Set<HtmlPlace> statement(Stmt statement, Set<HtmlPlace> at) {
        if (statement instanceof Stmt.Text node) {
            return move(at, node);
        } else if (statement instanceof Stmt.Output node) {
            return output(node.expression(), node.position(), at);
        } else if (statement instanceof Stmt.For node) {
            return union(repeated(node.body(), at), body(node.empty(), at));
        } else if (statement instanceof Stmt.While node) {
            return repeated(node.body(), at);
        } else if (statement instanceof Stmt.Block node) {
            return block(node, at);
        } else if (statement instanceof Stmt.Trans node) {
            node.bindings().forEach(binding -> output(binding.value(), binding.position(), at));
            return at;
        } else if (isElsewhere(statement)) {
            Children.bodies(statement).forEach(inner -> body(inner, TEXT));
            return at;
        } else if (statement instanceof Stmt.CallBlock) {
            Children.bodies(statement).forEach(inner -> body(inner, at));
            return at;
        } else if (statement instanceof Stmt.Embed node) {
            embed(node);
            return at;
        }
        return inside(statement, at);
    }

    /** Whether what a statement renders is printed in another place. */
    private static boolean isElsewhere(Stmt statement) {
        return statement instanceof Stmt.Def || statement instanceof Stmt.Capture || statement instanceof Stmt.Push;
    }

    /** Bodies of which one is rendered, where the statement stands. */
    private Set<HtmlPlace> inside(Stmt statement, Set<HtmlPlace> at) {
        List<List<Stmt>> bodies = Children.bodies(statement);
        if (bodies.isEmpty()) {
            return at;
        }
        boolean none = statement instanceof Stmt.Match || statement instanceof Stmt.Slot;
        Set<HtmlPlace> after = none ? at : Set.of();
        for (List<Stmt> inner : bodies) {
            after = union(after, body(inner, at));
        }
        return after;
    }

    private Set<HtmlPlace> block(Stmt.Block node, Set<HtmlPlace> at) {
        Set<HtmlPlace> parents = inherited.get(node.name());
        if (parents != null) {
            body(node.body(), parents);
            return at; // the parent prints it
        }
        own.putIfAbsent(node.name(), at);
        Set<HtmlPlace> after = body(node.body(), at);
        return node.condition() == null ? after : union(at, after);
    }

    private void embed(Stmt.Embed node) {
        Map<String, Set<HtmlPlace>> places = layouts.of(node.template(), name);
        node.overrides().forEach(override -> body(override.body(), places.getOrDefault(override.name(), TEXT)));
    }

    private Set<HtmlPlace> repeated(List<Stmt> body, Set<HtmlPlace> at) {
        Set<HtmlPlace> once = union(at, body(body, at));
        if (once.equals(at) || repeats >= DEEPEST_REPEAT) {
            return once;
        }
        repeats++;
        Set<HtmlPlace> again = union(once, body(body, once));
        repeats--;
        return again;
    }

    // ---- places ---------------------------------------------------------------------------------------------

    private static Set<HtmlPlace> move(Set<HtmlPlace> from, Stmt.Text text) {
        Set<HtmlPlace> to = new LinkedHashSet<>();
        for (HtmlPlace place : from) {
            HtmlScanner scanner = new HtmlScanner(place);
            scanner.text(text.text());
            to.add(scanner.place());
        }
        return to;
    }

    private Set<HtmlPlace> output(Expr expression, Position position, Set<HtmlPlace> at) {
        Set<HtmlPlace> after = new LinkedHashSet<>();
        for (HtmlPlace place : at) {
            EscapingRules.Problem problem = EscapingRules.check(place, expression);
            if (problem != null && reported.add(position)) {
                found.add(new TemplateWarning(
                        problem.code(),
                        problem.message(),
                        template,
                        position.line(),
                        position.column(),
                        problem.suggestion()));
            }
            HtmlScanner scanner = new HtmlScanner(place);
            scanner.output();
            after.add(scanner.place());
        }
        return after;
    }

    private static Set<HtmlPlace> union(Set<HtmlPlace> some, Set<HtmlPlace> more) {
        if (some.equals(more) || more.isEmpty()) {
            return some;
        }
        Set<HtmlPlace> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all.size() > MOST_PLACES ? UNKNOWN : all;
    }
}
