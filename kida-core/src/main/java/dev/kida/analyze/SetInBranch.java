package dev.kida.analyze;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateWarning;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code set} in a branch of an {@code if} where the author seems to expect that it reaches out of the branch, as
 * it would in Jinja ({@code K-WARN-002}).
 */
final class SetInBranch {

    private final String template;
    private final List<TemplateWarning> warnings;

    SetInBranch(String template, List<TemplateWarning> warnings) {
        this.template = template;
        this.warnings = warnings;
    }

    void check(List<Stmt> body) {
        region(body, false, Set.of());
    }

    private void region(List<Stmt> body, boolean loop, Set<String> bound) {
        new Region(loop, null, Set.of(), bound).body(body);
    }

    /** Statements that share names: the template, a block, a component, the body of a loop, or a branch. */
    private final class Region {
        private final boolean loop;

        /** For a branch: what runs after it, nearest first; null for everything else. */
        private final @Nullable List<List<Stmt>> outside;

        /** For a branch: the names bound where it stands. */
        private final Set<String> surrounding;

        private final Set<String> bound;

        /** What runs in this region after the statement that is looked at, nearest first. */
        private final Deque<List<Stmt>> after = new ArrayDeque<>();

        Region(boolean loop, @Nullable List<List<Stmt>> outside, Set<String> surrounding, Set<String> bound) {
            this.loop = loop;
            this.outside = outside;
            this.surrounding = surrounding;
            this.bound = new HashSet<>(bound);
        }

        void body(List<Stmt> body) {
            for (int i = 0; i < body.size(); i++) {
                after.push(body.subList(i + 1, body.size()));
                statement(body.get(i));
                after.pop();
            }
        }

        private void statement(Stmt statement) {
            if (statement instanceof Stmt.If node) {
                for (Stmt.Branch branch : node.branches()) {
                    branch(branch.body());
                }
                branch(node.otherwise());
            } else if (statement instanceof Stmt.Assign assign) {
                assign(assign);
            } else if (statement instanceof Stmt.With with) {
                for (Stmt.Binding binding : with.bindings()) {
                    bound.add(binding.name());
                }
                body(with.body());
            } else if (statement instanceof Stmt.WithValue with) {
                names(with.target(), bound);
                body(with.body());
                body(with.otherwise());
            } else if (statement instanceof Stmt.For node) {
                Set<String> targets = new HashSet<>();
                names(node.target(), targets);
                region(node.body(), true, targets);
            } else if (statement instanceof Stmt.Block block) {
                region(block.body(), false, Set.of());
            } else if (statement instanceof Stmt.Def def) {
                region(def.body(), false, Set.of());
            }
        }

        private void branch(List<Stmt> branch) {
            List<List<Stmt>> rest = new ArrayList<>(after);
            if (outside != null) {
                rest.addAll(outside);
            }
            new Region(loop, rest, bound, bound).body(branch);
        }

        private void assign(Stmt.Assign assign) {
            List<List<Stmt>> following = outside;
            for (Stmt.Assignment assignment : assign.assignments()) {
                Set<String> names = new LinkedHashSet<>();
                names(assignment.target(), names);
                if (following != null && assign.kind() == Stmt.AssignKind.SET) {
                    Position position = assignment.target().position();
                    names.stream()
                            .filter(name -> surrounding.contains(name) || readAfter(following, name))
                            .findFirst()
                            .ifPresent(name -> warn(name, position));
                }
                bound.addAll(names);
            }
        }

        private void warn(String name, Position position) {
            warnings.add(new TemplateWarning(
                    ErrorCode.K_WARN_002,
                    "'set " + name + "' inside a branch is not visible after it",
                    template,
                    position.line(),
                    position.column(),
                    suggestion(name)));
        }

        private String suggestion(String name) {
            if (loop) {
                return "Compute the value in one expression: {% set " + name + " = a if condition else b %}";
            }
            String keyword = surrounding.contains(name) ? "export" : "let";
            return "Use '" + keyword + " " + name + "' to assign outside of the branch";
        }
    }

    /** Whether a name is read by what follows before it gets another value. */
    private static boolean readAfter(List<List<Stmt>> following, String name) {
        for (List<Stmt> rest : following) {
            for (Stmt statement : rest) {
                if (reads(statement, name)) {
                    return true;
                }
                if (rebinds(statement, name)) {
                    return false;
                }
            }
        }
        return false;
    }

    private static boolean reads(Stmt statement, String name) {
        AtomicBoolean found = new AtomicBoolean();
        Children.walk(List.of(statement), ignored -> {}, expression -> {
            if (expression instanceof Expr.Name variable && variable.name().equals(name)) {
                found.set(true);
            }
        });
        return found.get();
    }

    private static boolean rebinds(Stmt statement, String name) {
        Set<String> names = new HashSet<>();
        if (statement instanceof Stmt.Assign assign) {
            assign.assignments().stream()
                    .filter(assignment -> !assignment.ifMissing())
                    .forEach(assignment -> names(assignment.target(), names));
        } else if (statement instanceof Stmt.Capture capture) {
            names.add(capture.name());
        }
        return names.contains(name);
    }

    private static void names(Target target, Set<String> out) {
        if (target instanceof Target.NameTarget name) {
            out.add(name.name());
        } else if (target instanceof Target.TupleTarget tuple) {
            tuple.elements().forEach(element -> names(element, out));
        }
    }
}
