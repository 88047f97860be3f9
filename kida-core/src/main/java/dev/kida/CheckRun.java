package dev.kida;

import dev.kida.analyze.AccessibilityChecks;
import dev.kida.analyze.CallChecks;
import dev.kida.analyze.ContractChecks;
import dev.kida.analyze.DeclarationChecks;
import dev.kida.analyze.EscapeAudit;
import dev.kida.analyze.EscapingChecks;
import dev.kida.analyze.ModularityChecks;
import dev.kida.analyze.PrivacyChecks;
import dev.kida.analyze.StaticChecks;
import dev.kida.analyze.TargetChecks;
import dev.kida.analyze.TemplateTrees;
import dev.kida.error.Diagnostic;
import dev.kida.error.ErrorCode;
import dev.kida.error.SourceText;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.error.TemplateWarning;
import dev.kida.load.TemplateLoader;
import dev.kida.load.TemplateNames;
import dev.kida.load.TemplateSource;
import dev.kida.syntax.TemplateNode;
import dev.kida.syntax.TemplateParser;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One check of some templates. Every template is read once, however many others look into it. */
final class CheckRun implements TemplateTrees {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    (Diagnostic finding) -> CheckPhase.of(finding.code()))
            .thenComparing(Diagnostic::template, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(Diagnostic::line)
            .thenComparingInt(Diagnostic::column)
            .thenComparing(finding -> finding.code().code())
            .thenComparing(Diagnostic::message);

    /** A template that could be read; or why it could not. */
    private record Parsed(
            @Nullable SourceText source,
            @Nullable TemplateNode tree,
            @Nullable Diagnostic problem) {}

    private final KidaEngine engine;
    private final CheckOptions options;
    private final Map<String, Set<String>> models;
    private final @Nullable TemplateLoader loader;
    private final Map<String, Parsed> parsed = new HashMap<>();
    private final Set<Diagnostic> found = new LinkedHashSet<>();

    CheckRun(KidaEngine engine, CheckOptions options, Map<String, Set<String>> models) {
        this.engine = engine;
        this.options = options;
        this.models = models;
        this.loader = engine.loaderOrNull();
    }

    List<Diagnostic> findings() {
        return found.stream().sorted(ORDER).toList();
    }

    /** Adds what is wrong beside the templates. */
    void add(Diagnostic finding) {
        found.add(finding);
    }

    /** Checks a template of the loader. */
    void template(String name) {
        check(parsed(name), name);
    }

    /** Checks a source. */
    void source(String text, @Nullable String name) {
        check(parse(new SourceText(name == null ? "(inline)" : name, null, text)), name);
    }

    @Override
    public @Nullable Found find(String name, @Nullable String caller) {
        if (loader == null) {
            return null;
        }
        try {
            String resolved = TemplateNames.resolve(name, caller, engine.aliases());
            TemplateNode tree = parsed(resolved).tree();
            return tree == null ? null : new Found(resolved, tree);
        } catch (TemplateException notAllowed) {
            return null;
        }
    }

    // ---- reading --------------------------------------------------------------------------------------------

    private Parsed parsed(String name) {
        Parsed known = parsed.get(name);
        if (known == null) {
            known = load(name);
            parsed.put(name, known);
        }
        return known;
    }

    private Parsed load(String name) {
        try {
            TemplateSource source = engine.loader().load(name);
            return parse(new SourceText(name, source.location(), source.text()));
        } catch (TemplateException e) {
            return new Parsed(null, null, unreadable(name, e.getCode(), e.getSummary(), e.getSuggestion()));
        } catch (RuntimeException e) { // of a loader; the others are still to be checked
            return new Parsed(null, null, unreadable(name, ErrorCode.K_TPL_001, e.toString(), null));
        }
    }

    private Parsed parse(SourceText source) {
        try {
            return new Parsed(source, TemplateParser.parse(source, engine.syntax()), null);
        } catch (TemplateSyntaxException e) {
            return new Parsed(source, null, e.toDiagnostic());
        }
    }

    private static Diagnostic unreadable(String name, ErrorCode code, String message, @Nullable String suggestion) {
        return new Diagnostic(
                code,
                Diagnostic.Severity.ERROR,
                message,
                name,
                null,
                0,
                -1,
                null,
                null,
                Map.of(),
                suggestion,
                List.of(),
                List.of(),
                List.of());
    }

    // ---- checking -------------------------------------------------------------------------------------------

    private void check(Parsed template, @Nullable String name) {
        if (template.problem() != null) {
            found.add(template.problem());
        }
        SourceText source = template.source();
        TemplateNode tree = template.tree();
        if (source != null && tree != null) {
            StaticChecks.errors(tree, source, engine.functions()).forEach(error -> found.add(error.toDiagnostic()));
            add(source, StaticChecks.warnings(tree, source));
            if (options.has(CheckRule.EXPLICIT_ENDS)) {
                add(source, tree.plainEnds());
            }
            optional(source, tree, name);
        }
    }

    private void optional(SourceText source, TemplateNode tree, @Nullable String name) {
        String shown = source.name();
        if (options.has(CheckRule.CALLS)) {
            CallChecks calls = CallChecks.of(tree, shown, name, this);
            add(source, calls.signatures());
            add(source, calls.types());
        }
        if (options.has(CheckRule.DECLARATIONS)) {
            add(source, DeclarationChecks.check(tree, shown, name, engine.globalNames(), this));
        }
        Set<String> model = name == null ? null : models.get(name);
        if (model != null) {
            add(source, ContractChecks.check(tree, shown, name, model, engine.globalNames(), this));
        }
        if (options.has(CheckRule.TARGETS) && loader != null) {
            add(source, TargetChecks.missing(tree, shown, name, loader, engine.aliases()));
        }
        if (options.has(CheckRule.RELATIVE_PATHS)) {
            add(source, TargetChecks.fragile(tree, shown, name));
        }
        page(source, tree, name);
    }

    /** What there is to say about the page that a template makes. */
    private void page(SourceText source, TemplateNode tree, @Nullable String name) {
        String shown = source.name();
        if (options.has(CheckRule.ACCESSIBILITY)) {
            add(source, AccessibilityChecks.check(source, engine.syntax().lexer()));
        }
        if (options.has(CheckRule.ESCAPING) && engine.escapes(name)) {
            add(source, EscapingChecks.check(tree, shown, name, this));
        }
        if (options.has(CheckRule.PRIVACY)) {
            add(source, PrivacyChecks.check(tree, shown));
        }
        if (options.has(CheckRule.MODULARITY)) {
            add(source, ModularityChecks.check(tree, shown), Diagnostic.Severity.INFO);
        }
        if (options.has(CheckRule.AUDIT)) {
            add(source, EscapeAudit.list(tree, shown, engine.escapes(name)), Diagnostic.Severity.INFO);
        }
    }

    private static Diagnostic.Severity severity(ErrorCode code) {
        boolean style = code == ErrorCode.K_PAR_007; // as an error it keeps a template from being read
        return CheckPhase.of(code).isError() && !style ? Diagnostic.Severity.ERROR : Diagnostic.Severity.WARNING;
    }

    private void add(SourceText source, List<TemplateWarning> warnings) {
        for (TemplateWarning warning : warnings) {
            add(source, List.of(warning), severity(warning.code()));
        }
    }

    private void add(SourceText source, List<TemplateWarning> warnings, Diagnostic.Severity severity) {
        for (TemplateWarning warning : warnings) {
            SourceText at = sourceOf(warning, source);
            found.add(new Diagnostic(
                    warning.code(),
                    severity,
                    warning.message(),
                    warning.template(),
                    at.location(),
                    warning.line(),
                    warning.column(),
                    at.snippet(warning.line(), warning.column()),
                    null,
                    Map.of(),
                    warning.suggestion(),
                    List.of(),
                    List.of(),
                    List.of()));
        }
    }

    /** A template that is read with another one's model may be the place of a finding. */
    private SourceText sourceOf(TemplateWarning warning, SourceText checked) {
        Parsed other = warning.template().equals(checked.name()) ? null : parsed.get(warning.template());
        return other == null || other.source() == null ? checked : other.source();
    }
}
