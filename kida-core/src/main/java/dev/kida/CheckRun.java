package dev.kida;

import dev.kida.analyze.AccessibilityChecks;
import dev.kida.analyze.CallChecks;
import dev.kida.analyze.DeclarationChecks;
import dev.kida.analyze.EscapingChecks;
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
    private final @Nullable TemplateLoader loader;
    private final Map<String, Parsed> parsed = new HashMap<>();
    private final Set<Diagnostic> found = new LinkedHashSet<>();

    CheckRun(KidaEngine engine, CheckOptions options) {
        this.engine = engine;
        this.options = options;
        this.loader = engine.loaderOrNull();
    }

    List<Diagnostic> findings() {
        return found.stream().sorted(ORDER).toList();
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
            if (options.explicitEnds()) {
                add(source, tree.plainEnds());
            }
            optional(source, tree, name);
        }
    }

    private void optional(SourceText source, TemplateNode tree, @Nullable String name) {
        String shown = source.name();
        if (options.calls()) {
            CallChecks calls = CallChecks.of(tree, shown, name, this);
            add(source, calls.signatures());
            add(source, calls.types());
        }
        if (options.declarations()) {
            add(source, DeclarationChecks.check(tree, shown, name, engine.globalNames(), this));
        }
        if (options.targets() && loader != null) {
            add(source, TargetChecks.missing(tree, shown, name, loader, engine.aliases()));
        }
        if (options.relativePaths()) {
            add(source, TargetChecks.fragile(tree, shown, name));
        }
        if (options.accessibility()) {
            add(source, AccessibilityChecks.check(source, engine.syntax().lexer()));
        }
        if (options.escaping() && engine.escapes(name)) {
            add(source, EscapingChecks.check(tree, shown, name, this));
        }
    }

    private static Diagnostic.Severity severity(ErrorCode code) {
        boolean style = code == ErrorCode.K_PAR_007; // as an error it keeps a template from being read
        return CheckPhase.of(code).isError() && !style ? Diagnostic.Severity.ERROR : Diagnostic.Severity.WARNING;
    }

    private void add(SourceText source, List<TemplateWarning> warnings) {
        for (TemplateWarning warning : warnings) {
            found.add(new Diagnostic(
                    warning.code(),
                    severity(warning.code()),
                    warning.message(),
                    warning.template(),
                    source.location(),
                    warning.line(),
                    warning.column(),
                    source.snippet(warning.line(), warning.column()),
                    null,
                    Map.of(),
                    warning.suggestion(),
                    List.of(),
                    List.of(),
                    List.of()));
        }
    }
}
