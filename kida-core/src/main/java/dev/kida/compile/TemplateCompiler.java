package dev.kida.compile;

import dev.kida.analyze.CallChecks;
import dev.kida.analyze.ComputedNames;
import dev.kida.analyze.Granularity;
import dev.kida.analyze.KnownFunctions;
import dev.kida.analyze.References;
import dev.kida.analyze.StaticChecks;
import dev.kida.analyze.TemplatePlan;
import dev.kida.analyze.TemplateTrees;
import dev.kida.analyze.UnitPlan;
import dev.kida.builtin.Builtins;
import dev.kida.error.ErrorCode;
import dev.kida.error.SourceText;
import dev.kida.error.TemplateWarning;
import dev.kida.render.CodeFactory;
import dev.kida.render.CompiledTemplate;
import dev.kida.render.Dependencies;
import dev.kida.render.HostFunction;
import dev.kida.render.NameUses;
import dev.kida.render.ResumableCode;
import dev.kida.render.StraightCode;
import dev.kida.render.TagHandler;
import dev.kida.syntax.Dialect;
import dev.kida.syntax.TemplateNode;
import dev.kida.syntax.TemplateParser;
import dev.kida.value.SandboxPolicy;
import dev.kida.value.TemplateFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From source text to a compiled template. The two shapes are emitted when they are first run. Thread-safe. */
public final class TemplateCompiler {

    private final Dialect syntax;
    private final Map<String, TagHandler> tags;
    private final boolean strict;
    private final boolean bounded;
    private final @Nullable SandboxPolicy sandbox;
    private final TemplateClasses classes;
    private final boolean scopeWarnings;

    /**
     * @param tags the handlers of the application's tags, by name
     * @param strict whether a missing attribute is an error
     * @param bounded whether templates check the sizes of what they make, and what they call
     * @param sandbox what templates may reach, or null for all that is public
     * @param precompiled classes made in advance, or null when there are none
     * @param scopeWarnings whether to warn of {@code set} in branches
     */
    public TemplateCompiler(
            Dialect syntax,
            Map<String, TagHandler> tags,
            boolean strict,
            boolean bounded,
            @Nullable SandboxPolicy sandbox,
            @Nullable PrecompiledTemplates precompiled,
            boolean scopeWarnings) {
        this.syntax = syntax;
        this.tags = tags;
        this.strict = strict;
        this.bounded = bounded;
        this.sandbox = sandbox;
        this.classes = new TemplateClasses(precompiled);
        this.scopeWarnings = scopeWarnings;
    }

    /**
     * Compiles a template against the functions there are now.
     *
     * @param name the name others load it by, or null for an inline template without one
     * @param components where imported components are looked up to check calls of them; null to leave calls unchecked
     * @throws dev.kida.error.TemplateSyntaxException when the text is no template
     */
    public CompiledTemplate compile(
            @Nullable String name,
            SourceText source,
            boolean escape,
            Map<String, TemplateFunction> filters,
            Map<String, TemplateFunction> tests,
            @Nullable TemplateTrees components) {
        TemplateNode tree = TemplateParser.parse(source, syntax);
        if (sandbox != null && !sandbox.dynamicTemplates()) {
            ComputedNames.refuse(tree, source);
        }
        List<TemplateWarning> warnings =
                StaticChecks.check(tree, source, new KnownFunctions(filters, tests, Builtins.filters()));
        if (!scopeWarnings) {
            warnings = warnings.stream()
                    .filter(warning -> warning.code() != ErrorCode.K_WARN_002)
                    .toList();
        }
        if (components != null) {
            warnings = StaticChecks.inOrder(
                    warnings,
                    CallChecks.of(tree, source.name(), name, components).signatures());
        }
        TemplatePlan plan = TemplatePlan.of(tree, Granularity.USUAL);
        Map<String, TemplateFunction> callable = HostFunction.guard(filters, Builtins.filters(), ErrorCode.K_RUN_002);
        Map<String, TemplateFunction> askable = HostFunction.guard(tests, Builtins.tests(), ErrorCode.K_RUN_003);
        CompilationInput input = new CompilationInput(
                source, tree, plan, escape, strict, bounded, sandbox != null, true, callable, askable, tags);
        Map<String, Integer> blocks = new LinkedHashMap<>();
        for (Map.Entry<String, UnitPlan> block : plan.blocks().entrySet()) {
            blocks.put(block.getKey(), block.getValue().id());
        }
        References references = plan.references();
        CompiledTemplate.Facts facts = new CompiledTemplate.Facts(
                name,
                source,
                escape,
                plan.async(),
                plan.kind(),
                plan.parent(),
                plan.extending(),
                plan.hasSections(),
                blocks,
                plan.components(),
                new Dependencies(
                        references.parents(), references.includes(), references.embeds(), references.imports()),
                new NameUses(plan.reads(), references.parents(), references.dynamic()),
                warnings,
                callable,
                askable,
                tree);
        return new CompiledTemplate(facts, new Factory(input, classes));
    }

    /**
     * The classes of a template, to be put on the class path of an application that uses it with the same configuration.
     *
     * @param template what a compiler made
     */
    public static List<TemplateClass> classesOf(CompiledTemplate template) {
        CompilationInput input = ((Factory) template.factory()).input();
        return List.of(TemplateClasses.forLater(input, false), TemplateClasses.forLater(input, true));
    }

    private record Factory(CompilationInput input, TemplateClasses classes) implements CodeFactory {

        @Override
        public StraightCode straight() {
            return (StraightCode) classes.instance(input, false);
        }

        @Override
        public ResumableCode resumable() {
            return (ResumableCode) classes.instance(input, true);
        }
    }
}
