package dev.kida.analyze;

import dev.kida.error.ErrorCode;
import dev.kida.error.Similarity;
import dev.kida.error.TemplateWarning;
import dev.kida.syntax.Argument;
import dev.kida.syntax.Position;
import dev.kida.syntax.Stmt;
import dev.kida.syntax.TemplateNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares calls of components with what the components declare (spec 04 §10). */
public final class CallChecks {

    private final String template;
    private final List<CallSites.Site> sites;

    private CallChecks(String template, List<CallSites.Site> sites) {
        this.template = template;
        this.sites = sites;
    }

    /**
     * Looks at the calls of a template.
     *
     * @param shown the template in messages
     * @param name the name it is loaded by, or null
     * @param others where imported components are looked up
     */
    public static CallChecks of(TemplateNode tree, String shown, @Nullable String name, TemplateTrees others) {
        return new CallChecks(shown, CallSites.of(tree, name, others));
    }

    /** Unknown and missing arguments (K-CMP-001). The parser has refused those that are given twice. */
    public List<TemplateWarning> signatures() {
        List<TemplateWarning> found = new ArrayList<>();
        sites.forEach(site -> signature(site, found));
        return found;
    }

    /** Literal arguments that contradict an annotation (K-CMP-002). */
    public List<TemplateWarning> types() {
        List<TemplateWarning> found = new ArrayList<>();
        sites.forEach(site -> new ArgumentTypes(site, template).check(found));
        return found;
    }

    private void signature(CallSites.Site site, List<TemplateWarning> found) {
        Set<String> given = new LinkedHashSet<>();
        site.call().keywords().stream().map(Argument::name).forEach(given::add);
        List<Stmt.Parameter> plain = parameters(site, Stmt.ParameterKind.PLAIN);
        List<String> names = plain.stream().map(Stmt.Parameter::name).toList();
        List<String> unknown = new ArrayList<>();
        if (parameters(site, Stmt.ParameterKind.KEYWORDS).isEmpty()) {
            given.stream().filter(name -> !names.contains(name)).forEach(unknown::add);
        }
        List<String> missing = new ArrayList<>();
        if (parameters(site, Stmt.ParameterKind.VARARGS).isEmpty()) {
            plain.stream()
                    .skip(site.call().arguments().size())
                    .filter(parameter -> parameter.defaultValue() == null && !given.contains(parameter.name()))
                    .forEach(parameter -> missing.add(parameter.name()));
        }
        if (!unknown.isEmpty() || !missing.isEmpty()) {
            Position position = site.call().callee().position();
            found.add(new TemplateWarning(
                    ErrorCode.K_CMP_001,
                    message(site.name(), unknown, missing),
                    template,
                    position.line(),
                    position.column(),
                    suggestion(site, unknown, names)));
        }
    }

    private static List<Stmt.Parameter> parameters(CallSites.Site site, Stmt.ParameterKind kind) {
        return site.component().parameters().stream()
                .filter(parameter -> parameter.kind() == kind)
                .toList();
    }

    private static String message(String name, List<String> unknown, List<String> missing) {
        List<String> problems = new ArrayList<>();
        if (!unknown.isEmpty()) {
            problems.add("unknown " + quoted(unknown));
        }
        if (!missing.isEmpty()) {
            problems.add("missing " + quoted(missing));
        }
        return "The call of '" + name + "' does not fit its parameters: " + String.join("; ", problems);
    }

    private static String quoted(List<String> names) {
        return "'" + String.join("', '", names) + "'";
    }

    private static String suggestion(CallSites.Site site, List<String> unknown, List<String> names) {
        for (String name : unknown) {
            String similar = Similarity.closest(name, names);
            if (similar != null) {
                return "Did you mean '" + similar + "'?";
            }
        }
        List<String> shown = new ArrayList<>();
        for (Stmt.Parameter parameter : site.component().parameters()) {
            shown.add(
                    switch (parameter.kind()) {
                        case PLAIN -> parameter.name() + (parameter.defaultValue() == null ? "" : "=…");
                        case VARARGS -> "*" + parameter.name();
                        case KEYWORDS -> "**" + parameter.name();
                    });
        }
        return "It is declared as " + site.component().name() + "(" + String.join(", ", shown) + ")";
    }
}
