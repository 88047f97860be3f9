package dev.kida;

import dev.kida.analyze.Children;
import dev.kida.error.TemplateException;
import dev.kida.render.CompiledTemplate;
import dev.kida.render.Renderer;
import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the names that a template and those it names can read. */
final class ReadsCollector {

    private final Renderer renderer;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Set<String>> literals = new HashMap<>();
    private final List<CompiledTemplate> reached = new ArrayList<>();
    private boolean dynamic;

    private ReadsCollector(Renderer renderer) {
        this.renderer = renderer;
    }

    static TemplateReads collect(CompiledTemplate template, Renderer renderer) {
        ReadsCollector collector = new ReadsCollector(renderer);
        collector.add(template);
        return new TemplateReads(Set.copyOf(collector.names), Map.copyOf(collector.literals), collector.dynamic);
    }

    /** A template and all that it, and they, name. */
    static List<CompiledTemplate> reached(CompiledTemplate template, Renderer renderer) {
        ReadsCollector collector = new ReadsCollector(renderer);
        collector.add(template);
        return collector.reached;
    }

    private void add(CompiledTemplate template) {
        reached.add(template);
        Children.walk(template.facts().tree().body(), statement -> named(statement, template.name()), this::expression);
    }

    private void named(Stmt statement, @Nullable String caller) {
        Expr other = reference(statement);
        if (other == null) {
            return;
        }
        if (!(other instanceof Expr.Constant constant && constant.value() instanceof String name)) {
            dynamic = true;
            return;
        }
        try {
            CompiledTemplate loaded = renderer.load(name, caller);
            if (seen.add(String.valueOf(loaded.name()))) {
                add(loaded);
            }
        } catch (TemplateException notNow) {
            dynamic = true; // reported, with its place, if a render gets there
        }
    }

    private static @Nullable Expr reference(Stmt statement) {
        if (statement instanceof Stmt.Extends node) {
            return node.parent();
        } else if (statement instanceof Stmt.Include node) {
            return node.template();
        } else if (statement instanceof Stmt.Embed node) {
            return node.template();
        } else if (statement instanceof Stmt.Import node) {
            return node.template();
        } else if (statement instanceof Stmt.FromImport node) {
            return node.template();
        }
        return null;
    }

    private void expression(Expr expression) {
        if (expression instanceof Expr.Name name) {
            names.add(name.name());
        } else if (expression instanceof Expr.Call call
                && call.callee() instanceof Expr.Name function
                && !call.arguments().isEmpty()
                && call.arguments().get(0) instanceof Expr.Constant constant
                && constant.value() instanceof String text) {
            literals.computeIfAbsent(function.name(), key -> new HashSet<>()).add(text);
        }
    }
}
