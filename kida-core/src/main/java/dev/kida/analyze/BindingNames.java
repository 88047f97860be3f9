package dev.kida.analyze;

import dev.kida.syntax.Pattern;
import dev.kida.syntax.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names that the statements of a template bind anywhere, however they bind them. */
final class BindingNames {

    private final Set<String> names = new HashSet<>();

    private BindingNames() {}

    /** Names written by assignments, {@code capture}, {@code with} and imports, and those of components. */
    static Set<String> assigned(List<Stmt> body) {
        BindingNames found = new BindingNames();
        Children.walk(body, found::assignment, expression -> {});
        found.names.addAll(Components.names(body));
        return found.names;
    }

    /** Names bound by anything but the declaration or the import of a component. */
    static Set<String> ofValues(List<Stmt> body) {
        BindingNames found = new BindingNames();
        Children.walk(
                body,
                statement -> {
                    found.assignment(statement);
                    found.lexical(statement);
                },
                expression -> {});
        return found.names;
    }

    private void assignment(Stmt statement) {
        if (statement instanceof Stmt.Assign node) {
            node.assignments().forEach(assignment -> names.addAll(NameReads.targets(assignment.target())));
        } else if (statement instanceof Stmt.Capture node) {
            names.add(node.name());
        }
    }

    private void lexical(Stmt statement) {
        if (statement instanceof Stmt.For node) {
            names.addAll(NameReads.targets(node.target()));
        } else if (statement instanceof Stmt.With node) {
            node.bindings().forEach(binding -> names.add(binding.name()));
        } else if (statement instanceof Stmt.WithValue node) {
            names.addAll(NameReads.targets(node.target()));
        } else if (statement instanceof Stmt.Match node) {
            node.cases().forEach(each -> pattern(each.pattern()));
        } else if (statement instanceof Stmt.Try node && node.name() != null) {
            names.add(node.name());
        } else if (statement instanceof Stmt.Defer node) {
            Stmt.Fallback fallback = node.fallback();
            String error = fallback == null ? null : fallback.name();
            if (error != null) {
                names.add(error);
            }
        } else if (statement instanceof Stmt.Def node) {
            node.parameters().forEach(parameter -> names.add(parameter.name()));
        } else if (statement instanceof Stmt.CallBlock node) {
            node.slots().forEach(slot -> names.addAll(slot.declared()));
        } else if (statement instanceof Stmt.Slot node) {
            node.bindings().forEach(binding -> names.add(binding.name()));
        }
    }

    private void pattern(Pattern pattern) {
        if (pattern instanceof Pattern.Binding binding) {
            names.add(binding.name());
        } else if (pattern instanceof Pattern.Sequence sequence) {
            sequence.elements().forEach(this::pattern);
        }
    }
}
