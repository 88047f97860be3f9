package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Pattern;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.Target;
import dev.kida.syntax.TemplateNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a template reads from its model, as dotted paths. Conservative: a name that is bound on some ways to a
 * place but not on all of them counts as read (spec 06 §7).
 */
public final class ContextReads {

    /** Names that the engine itself provides in some places. */
    private static final Set<String> PROVIDED = Set.of("caller", "has_slot");

    /** Is told about every read. */
    public interface Listener {

        /**
         * @param path the dotted path, as far as it is known
         * @param root the name it starts with
         */
        void read(String path, Expr.Name root);
    }

    /** Is told about every read, and what is bound there. */
    interface PlaceListener {

        void read(String path, Expr.Name root, BoundNames bound);
    }

    private final PlaceListener listener;

    private ContextReads(PlaceListener listener) {
        this.listener = listener;
    }

    /** The paths a template reads, its own components among them. */
    public static Set<String> of(TemplateNode template) {
        Set<String> paths = new TreeSet<>();
        listen(template, (path, root) -> paths.add(path));
        return paths;
    }

    /** The paths the body of a component reads besides its parameters. */
    public static Set<String> of(Stmt.Def component) {
        Set<String> paths = new TreeSet<>();
        ContextReads reads = new ContextReads((path, root, there) -> paths.add(path));
        BoundNames bound = BoundNames.none();
        component.parameters().forEach(parameter -> reads.optional(parameter.defaultValue(), bound));
        reads.body(component.body(), bound.with(parameters(component)));
        return paths;
    }

    /** Reports every read of a template. */
    public static void listen(TemplateNode template, Listener listener) {
        listenAtPlaces(template, (path, root, bound) -> listener.read(path, root));
    }

    static void listenAtPlaces(TemplateNode template, PlaceListener listener) {
        ContextReads reads = new ContextReads(listener);
        BoundNames bound = BoundNames.none();
        List<Stmt> body = template.body();
        if (body.stream().anyMatch(Stmt.Extends.class::isInstance)) {
            // the rest of a page that extends another one are its blocks, which run later
            body.stream().filter(TemplatePlan::runsBeforeParent).forEach(s -> reads.statement(s, bound));
            body.stream().filter(s -> !TemplatePlan.runsBeforeParent(s)).forEach(s -> reads.statement(s, bound));
        } else {
            reads.body(body, bound);
        }
    }

    // ---- statements -----------------------------------------------------------------------------------------

    private void body(List<Stmt> body, BoundNames bound) {
        body.forEach(statement -> statement(statement, bound));
    }

    private void statement(Stmt statement, BoundNames bound) {
        if (statement instanceof Stmt.Assign node) {
            node.assignments().forEach(assignment -> assign(node.kind(), assignment, bound));
        } else if (statement instanceof Stmt.If node) {
            branches(node, bound);
        } else if (statement instanceof Stmt.For node) {
            loop(node, bound);
        } else if (statement instanceof Stmt.While node) {
            expression(node.condition(), bound);
            body(node.body(), bound.copy().inScope());
        } else if (statement instanceof Stmt.Match node) {
            match(node, bound);
        } else if (statement instanceof Stmt.Try node) {
            BoundNames failed = bound.copy();
            BoundNames done = bound.copy();
            body(node.body(), done);
            body(node.fallback(), node.name() == null ? failed : failed.with(Set.of(node.name())));
            bound.keepCommon(List.of(done, failed));
        } else if (statement instanceof Stmt.With node) {
            with(node, bound);
        } else if (statement instanceof Stmt.WithValue node) {
            withValue(node, bound);
        } else {
            unit(statement, bound);
        }
    }

    /** Nothing that the parts of a section bind is seen outside of them. */
    private void section(Stmt.Defer node, BoundNames bound) {
        body(node.body(), bound.copy().inScope());
        body(node.loading(), bound.copy().inScope());
        Stmt.Fallback fallback = node.fallback();
        if (fallback != null) {
            String name = fallback.name();
            BoundNames inner = bound.copy().inScope();
            body(fallback.body(), name == null ? inner : inner.with(Set.of(name)));
        }
    }

    private void unit(Stmt statement, BoundNames bound) {
        if (statement instanceof Stmt.Defer node) {
            section(node, bound);
        } else if (statement instanceof Stmt.Block node) {
            block(node, bound);
        } else if (statement instanceof Stmt.Def node) {
            bound.let(Set.of(node.name()));
            node.parameters().forEach(parameter -> optional(parameter.defaultValue(), bound));
            BoundNames inner = node.region() ? bound.copy().frame() : bound.copy();
            body(node.body(), inner.with(parameters(node)));
        } else if (statement instanceof Stmt.CallBlock node) {
            expression(node.call(), bound);
            node.slots().forEach(slot -> body(slot.body(), bound.copy().with(Set.copyOf(slot.declared()))));
        } else if (statement instanceof Stmt.Slot node) {
            node.bindings().forEach(binding -> expression(binding.value(), bound));
            Set<String> names = new HashSet<>();
            node.bindings().forEach(binding -> names.add(binding.name()));
            body(node.body(), bound.copy().with(names));
        } else if (statement instanceof Stmt.Embed node) {
            expression(node.template(), bound);
            node.overrides().forEach(override -> body(override.body(), bound.copy()));
        } else {
            other(statement, bound);
        }
    }

    private void other(Stmt statement, BoundNames bound) {
        Children.expressions(statement).forEach(expression -> expression(expression, bound));
        if (statement instanceof Stmt.Extension node) {
            body(node.body(), bound.copy().with(Set.copyOf(node.tag().variables())));
            return;
        }
        boolean mayBeSkipped = statement instanceof Stmt.Cache;
        Children.bodies(statement).forEach(inner -> body(inner, mayBeSkipped ? bound.copy() : bound));
        if (statement instanceof Stmt.Capture node) {
            bound.let(Set.of(node.name()));
        } else if (statement instanceof Stmt.Import node) {
            bound.let(Set.of(node.alias()));
        } else if (statement instanceof Stmt.FromImport node) {
            node.names().forEach(name -> bound.let(Set.of(name.alias())));
        }
    }

    private void assign(Stmt.AssignKind kind, Stmt.Assignment assignment, BoundNames bound) {
        if (assignment.ifMissing() && assignment.target() instanceof Target.NameTarget name) {
            name(new Expr.Name(name.position(), name.name()), name.name(), bound);
        }
        expression(assignment.value(), bound);
        Set<String> names = NameReads.targets(assignment.target());
        if (kind == Stmt.AssignKind.SET) {
            bound.set(names);
        } else {
            bound.let(names);
        }
    }

    private void branches(Stmt.If node, BoundNames bound) {
        List<BoundNames> ways = new ArrayList<>();
        for (Stmt.Branch branch : node.branches()) {
            expression(branch.condition(), bound);
            BoundNames way = bound.copy();
            body(branch.body(), way.inScope());
            ways.add(way);
        }
        BoundNames otherwise = bound.copy();
        body(node.otherwise(), otherwise.inScope());
        ways.add(otherwise);
        bound.keepCommon(ways);
    }

    private void loop(Stmt.For node, BoundNames bound) {
        expression(node.iterable(), bound);
        Set<String> targets = NameReads.targets(node.target());
        targets.add("loop");
        BoundNames repeated = bound.copy();
        BoundNames inner = repeated.inScope().with(targets);
        optional(node.filter(), inner);
        body(node.body(), inner);
        BoundNames never = bound.copy();
        body(node.empty(), never);
        bound.keepCommon(List.of(repeated, never));
    }

    private void match(Stmt.Match node, BoundNames bound) {
        node.subjects().forEach(subject -> expression(subject, bound));
        List<BoundNames> ways = new ArrayList<>();
        ways.add(bound.copy());
        for (Stmt.Case each : node.cases()) {
            BoundNames way = bound.copy();
            Set<String> names = new HashSet<>();
            pattern(each.pattern(), names, bound);
            BoundNames inner = way.with(names);
            optional(each.guard(), inner);
            body(each.body(), inner);
            ways.add(way);
        }
        bound.keepCommon(ways);
    }

    private void pattern(Pattern pattern, Set<String> names, BoundNames bound) {
        if (pattern instanceof Pattern.Binding binding) {
            names.add(binding.name());
        } else if (pattern instanceof Pattern.Value value) {
            expression(value.expression(), bound);
        } else if (pattern instanceof Pattern.Sequence sequence) {
            sequence.elements().forEach(element -> pattern(element, names, bound));
        }
    }

    private void with(Stmt.With node, BoundNames bound) {
        BoundNames inner = bound;
        for (Stmt.Binding binding : node.bindings()) {
            expression(binding.value(), inner);
            inner = inner.with(Set.of(binding.name()));
        }
        body(node.body(), inner);
    }

    private void withValue(Stmt.WithValue node, BoundNames bound) {
        node.values().forEach(value -> expression(value, bound));
        BoundNames present = bound.copy();
        body(node.body(), present.with(NameReads.targets(node.target())));
        BoundNames absent = bound.copy();
        body(node.otherwise(), absent);
        bound.keepCommon(List.of(present, absent));
    }

    private void block(Stmt.Block node, BoundNames bound) {
        optional(node.condition(), bound);
        body(
                node.body(),
                node.condition() == null ? bound.frame() : bound.copy().frame());
    }

    private static Set<String> parameters(Stmt.Def component) {
        Set<String> names = new HashSet<>();
        component.parameters().forEach(parameter -> names.add(parameter.name()));
        return names;
    }

    // ---- expressions ----------------------------------------------------------------------------------------

    private void optional(@Nullable Expr expression, BoundNames bound) {
        if (expression != null) {
            expression(expression, bound);
        }
    }

    private void expression(Expr expression, BoundNames bound) {
        if (expression instanceof Expr.Comprehension node) {
            expression(node.iterable(), bound);
            BoundNames inner = bound.with(NameReads.targets(node.target()));
            optional(node.condition(), inner);
            expression(node.element(), inner);
            return;
        }
        StringBuilder path = new StringBuilder();
        Expr.Name root = root(expression, path);
        if (root != null) {
            name(root, path.toString(), bound);
        } else {
            Children.of(expression).forEach(part -> expression(part, bound));
        }
    }

    /** The name that a chain of attributes starts with, or null for any other expression. */
    private static Expr.@Nullable Name root(Expr expression, StringBuilder path) {
        List<String> steps = new ArrayList<>();
        Expr at = expression;
        while (true) {
            if (at instanceof Expr.Attribute attribute) {
                steps.add(attribute.name());
                at = attribute.object();
            } else if (at instanceof Expr.Item item
                    && item.key() instanceof Expr.Constant key
                    && key.value() instanceof String text) {
                steps.add(text);
                at = item.object();
            } else if (at instanceof Expr.Name name) {
                path.append(name.name());
                for (int i = steps.size() - 1; i >= 0; i--) {
                    path.append('.').append(steps.get(i));
                }
                return name;
            } else {
                return null;
            }
        }
    }

    private void name(Expr.Name root, String path, BoundNames bound) {
        if (!bound.contains(root.name()) && !PROVIDED.contains(root.name())) {
            listener.read(path, root, bound);
        }
    }
}
