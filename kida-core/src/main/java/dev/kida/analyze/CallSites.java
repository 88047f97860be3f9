package dev.kida.analyze;

import dev.kida.syntax.Expr;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The places where a template calls components that are known (spec 04 §10.1): its own defs, and those it imports by
 * name from a literal template. Looked at are {@code call} tags, outputs that are nothing but a call, and the values of
 * assignments.
 */
final class CallSites {

    /** A call and the component it reaches. */
    record Site(Expr.Call call, String name, Stmt.Def component) {}

    private final Map<String, Stmt.Def> known = new LinkedHashMap<>();
    private final List<Site> sites = new ArrayList<>();

    private CallSites() {}

    static List<Site> of(TemplateNode template, @Nullable String name, TemplateTrees others) {
        CallSites found = new CallSites();
        Children.walk(
                template.body(),
                statement -> {
                    if (statement instanceof Stmt.FromImport node) {
                        found.imported(node, name, others);
                    }
                },
                expression -> {});
        found.known.putAll(Components.all(template.body()));
        // a name that is also given to something else may mean that instead
        found.known.keySet().removeAll(BindingNames.ofValues(template.body()));
        if (!found.known.isEmpty()) {
            Children.walk(template.body(), found::statement, expression -> {});
        }
        return found.sites;
    }

    private void imported(Stmt.FromImport node, @Nullable String caller, TemplateTrees others) {
        String literal = References.literal(node.template());
        TemplateTrees.Found template = literal == null ? null : others.find(literal, caller);
        if (template == null) {
            return;
        }
        Map<String, Stmt.Def> defs = Components.declared(template.tree().body());
        for (Stmt.ImportName name : node.names()) {
            Stmt.Def def = defs.get(name.name());
            if (def != null) {
                known.put(name.alias(), def);
            }
        }
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.CallBlock node) {
            site(node.call());
        } else if (statement instanceof Stmt.Output node) {
            site(node.expression());
        } else if (statement instanceof Stmt.Assign node) {
            node.assignments().forEach(assignment -> site(assignment.value()));
        }
    }

    private void site(Expr expression) {
        if (expression instanceof Expr.Call call && call.callee() instanceof Expr.Name name) {
            Stmt.Def component = known.get(name.name());
            if (component != null) {
                sites.add(new Site(call, name.name(), component));
            }
        }
    }
}
