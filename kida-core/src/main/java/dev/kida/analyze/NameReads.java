package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Pattern;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.Target;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often the page and each block of a template can read each name of the context, run other templates, and place
 * blocks. Names bound lexically (loop targets, parameters, case bindings) are no such reads; {@code name is defined} does
 * not need the value and does not count. What can run more than once counts twice, and so does a name whose value can go
 * elsewhere: only {@code await name} and a loop over the name read it just there.
 */
final class NameReads {

    private static final int ONCE = 1;
    private static final int OFTEN = 2;

    private final Map<String, Reads> sections = new LinkedHashMap<>();
    private Reads section = section(Reads.PAGE);
    private boolean embedding;

    private NameReads() {}

    /** What is read, by the name of the block, or {@link Reads#PAGE}, or {@link Reads#SETUP}. */
    static Map<String, Reads> of(List<Stmt> body, List<Stmt> setup) {
        NameReads reads = new NameReads();
        reads.body(body, Set.of(), ONCE);
        reads.section = reads.section(Reads.SETUP);
        reads.body(setup, Set.of(), ONCE);
        return reads.sections;
    }

    private Reads section(String block) {
        Reads known = sections.get(block);
        if (known == null) {
            known = new Reads();
            sections.put(block, known);
        }
        return known;
    }

    private void body(List<Stmt> body, Set<String> bound, int times) {
        for (Stmt statement : body) {
            statement(statement, bound, times);
        }
    }

    private void statement(Stmt statement, Set<String> bound, int times) {
        if (statement instanceof Stmt.For node) {
            here(node.iterable(), bound, times);
            Set<String> inner = with(bound, targets(node.target()));
            inner.add("loop");
            optional(node.filter(), inner, OFTEN);
            body(node.body(), inner, OFTEN);
            body(node.empty(), bound, times);
        } else if (statement instanceof Stmt.Match node) {
            node.subjects().forEach(subject -> expression(subject, bound, times));
            node.cases().forEach(each -> oneCase(each, bound, times));
        } else if (statement instanceof Stmt.Def node) {
            node.parameters().forEach(p -> optional(p.defaultValue(), bound, OFTEN));
            Set<String> inner = new HashSet<>();
            node.parameters().forEach(p -> {
                inner.add(p.name());
                if (node.region()) {
                    read(p.name(), bound, times); // as a block, a region takes its parameters from the context
                }
            });
            body(node.body(), inner, OFTEN);
        } else if (statement instanceof Stmt.Defer node) {
            body(node.body(), bound, times);
            body(node.loading(), bound, times);
            Stmt.Fallback fallback = node.fallback();
            if (fallback != null) {
                String name = fallback.name();
                body(fallback.body(), name == null ? bound : with(bound, Set.of(name)), times);
            }
        } else if (statement instanceof Stmt.Block node) {
            optional(node.condition(), bound, times);
            block(node, times);
        } else if (statement instanceof Stmt.Embed node) {
            embed(node, bound, times);
        } else {
            other(statement, bound, times);
        }
    }

    /** A block runs where it is placed, here or in a parent. */
    private void block(Stmt.Block node, int times) {
        if (embedding) {
            body(node.body(), Set.of(), OFTEN);
            return;
        }
        if (!node.fragment()) {
            count(section.blocks(), node.name(), times);
        }
        Reads outside = section;
        section = section(node.name());
        body(node.body(), Set.of(), ONCE);
        section = outside;
    }

    /** Where the other template places the blocks that are given to it is not known here. */
    private void embed(Stmt.Embed node, Set<String> bound, int times) {
        other(node.template(), node.withContext(), times);
        expression(node.template(), bound, times);
        boolean outside = embedding;
        embedding = true;
        node.overrides().forEach(override -> statement(override, bound, OFTEN));
        embedding = outside;
    }

    private void other(Expr template, boolean shares, int times) {
        String name = References.literal(template);
        if (name != null && shares) {
            count(section.templates(), name, times);
        }
    }

    private void other(Stmt statement, Set<String> bound, int times) {
        if (statement instanceof Stmt.Include node) {
            other(node.template(), node.withContext(), times);
        } else if (statement instanceof Stmt.Import node) {
            other(node.template(), node.withContext(), times);
        } else if (statement instanceof Stmt.FromImport node) {
            other(node.template(), node.withContext(), times);
        }
        if (statement instanceof Stmt.Assign node) {
            for (Stmt.Assignment assignment : node.assignments()) {
                if (assignment.ifMissing() && assignment.target() instanceof Target.NameTarget name) {
                    read(name.name(), bound, times);
                }
            }
        }
        boolean repeats = statement instanceof Stmt.While
                || statement instanceof Stmt.CallBlock
                || statement instanceof Stmt.Extension;
        int inside = repeats ? OFTEN : times;
        for (Expr expression : Children.expressions(statement)) {
            expression(expression, bound, statement instanceof Stmt.While ? OFTEN : times);
        }
        Set<String> names = statement instanceof Stmt.Extension node
                ? with(bound, Set.copyOf(node.tag().variables()))
                : bound;
        for (List<Stmt> body : bodies(statement)) {
            body(body, names, inside);
        }
    }

    /** The bodies that can run. A block can run alone wherever it stands. */
    private static List<List<Stmt>> bodies(Stmt statement) {
        return statement instanceof Stmt.If node && !ContainsBlock.in(node)
                ? Awaiting.reachable(node)
                : Children.bodies(statement);
    }

    private static final class ContainsBlock implements NodeVisitor {

        private boolean found;

        static boolean in(Stmt.If node) {
            ContainsBlock blocks = new ContainsBlock();
            Children.walk(List.of(node), blocks);
            return blocks.found;
        }

        @Override
        public void statement(Stmt statement) {
            found |= statement instanceof Stmt.Block;
        }
    }

    private void oneCase(Stmt.Case each, Set<String> bound, int times) {
        Set<String> inner = new HashSet<>(bound);
        pattern(each.pattern(), inner, bound, times);
        optional(each.guard(), inner, times);
        body(each.body(), inner, times);
    }

    private void pattern(Pattern pattern, Set<String> binds, Set<String> bound, int times) {
        if (pattern instanceof Pattern.Binding binding) {
            binds.add(binding.name());
        } else if (pattern instanceof Pattern.Value value) {
            expression(value.expression(), bound, times);
        } else if (pattern instanceof Pattern.Sequence sequence) {
            sequence.elements().forEach(p -> pattern(p, binds, bound, times));
        }
    }

    private void optional(@Nullable Expr expression, Set<String> bound, int times) {
        if (expression != null) {
            expression(expression, bound, times);
        }
    }

    private void expression(Expr expression, Set<String> bound, int times) {
        if (expression instanceof Expr.Name name) {
            read(name.name(), bound, OFTEN);
        } else if (expression instanceof Expr.Await node) {
            here(node.operand(), bound, times);
        } else if (expression instanceof Expr.Comprehension node) {
            expression(node.iterable(), bound, times);
            Set<String> inner = with(bound, targets(node.target()));
            optional(node.condition(), inner, OFTEN);
            expression(node.element(), inner, OFTEN);
        } else if (!isDefinedCheck(expression)) {
            for (Expr part : Children.of(expression)) {
                expression(part, bound, times);
            }
        }
    }

    /** An expression whose value, if it is that of a name, is not known anywhere else. */
    private void here(Expr expression, Set<String> bound, int times) {
        if (expression instanceof Expr.Name name) {
            read(name.name(), bound, times);
        } else {
            expression(expression, bound, times);
        }
    }

    /** Whether the expression asks only whether a name exists. */
    static boolean isDefinedCheck(Expr expression) {
        return expression instanceof Expr.Test test
                && (test.name().equals("defined") || test.name().equals("undefined"))
                && test.value() instanceof Expr.Name;
    }

    private void read(String name, Set<String> bound, int times) {
        if (!bound.contains(name)) {
            count(section.names(), name, times);
        }
    }

    private static void count(Map<String, Integer> counts, String name, int times) {
        counts.put(name, counts.getOrDefault(name, 0) + times);
    }

    private static Set<String> with(Set<String> bound, Set<String> more) {
        Set<String> all = new HashSet<>(bound);
        all.addAll(more);
        return all;
    }

    static Set<String> targets(Target target) {
        Set<String> names = new HashSet<>();
        collect(target, names);
        return names;
    }

    private static void collect(Target target, Set<String> names) {
        if (target instanceof Target.NameTarget name) {
            names.add(name.name());
        } else if (target instanceof Target.TupleTarget tuple) {
            for (Target element : tuple.elements()) {
                collect(element, names);
            }
        }
    }
}
