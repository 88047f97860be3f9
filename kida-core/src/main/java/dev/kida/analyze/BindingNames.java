package dev.kida.analyze;

import dev.kida.syntax.Pattern;
import dev.kida.syntax.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names that the statements of a template bind anywhere, however they bind them. */
final class BindingNames implements NodeVisitor {

    private final Set<String> names = new HashSet<>();

    private final boolean lexical;

    private BindingNames(boolean lexical) {
        this.lexical = lexical;
    }

    /** Names written by assignments, {@code capture}, {@code with} and imports, and those of components. */
    static Set<String> assigned(List<Stmt> body) {
        BindingNames found = new BindingNames(false);
        Children.walk(body, found);
        found.names.addAll(Components.names(body));
        return found.names;
    }

    /** Names bound by anything but the declaration or the import of a component. */
    static Set<String> ofValues(List<Stmt> body) {
        BindingNames found = new BindingNames(true);
        Children.walk(body, found);
        return found.names;
    }

    @Override
    public void statement(Stmt statement) {
        assignment(statement);
        if (lexical) {
            lexical(statement);
        }
    }

    private void assignment(Stmt statement) {
        if (statement instanceof Stmt.Assign node) {
            for (Stmt.Assignment assignment : node.assignments()) {
                names.addAll(NameReads.targets(assignment.target()));
            }
        } else if (statement instanceof Stmt.Capture node) {
            names.add(node.name());
        }
    }

    private void lexical(Stmt statement) {
        if (statement instanceof Stmt.For node) {
            names.addAll(NameReads.targets(node.target()));
        } else if (statement instanceof Stmt.With node) {
            bound(node.bindings());
        } else if (statement instanceof Stmt.WithValue node) {
            names.addAll(NameReads.targets(node.target()));
        } else if (statement instanceof Stmt.Match node) {
            for (Stmt.Case each : node.cases()) {
                pattern(each.pattern());
            }
        } else if (statement instanceof Stmt.Try node && node.name() != null) {
            names.add(node.name());
        } else if (statement instanceof Stmt.Defer node) {
            Stmt.Fallback fallback = node.fallback();
            String error = fallback == null ? null : fallback.name();
            if (error != null) {
                names.add(error);
            }
        } else if (statement instanceof Stmt.Def node) {
            for (Stmt.Parameter parameter : node.parameters()) {
                names.add(parameter.name());
            }
        } else if (statement instanceof Stmt.CallBlock node) {
            for (Stmt.SlotBody slot : node.slots()) {
                names.addAll(slot.declared());
            }
        } else if (statement instanceof Stmt.Slot node) {
            bound(node.bindings());
        }
    }

    private void bound(List<Stmt.Binding> bindings) {
        for (Stmt.Binding binding : bindings) {
            names.add(binding.name());
        }
    }

    private void pattern(Pattern pattern) {
        if (pattern instanceof Pattern.Binding binding) {
            names.add(binding.name());
        } else if (pattern instanceof Pattern.Sequence sequence) {
            for (Pattern element : sequence.elements()) {
                pattern(element);
            }
        }
    }
}
