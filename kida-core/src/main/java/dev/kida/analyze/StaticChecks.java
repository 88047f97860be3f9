package dev.kida.analyze;

import dev.kida.error.SourceText;
import dev.kida.error.TemplateSyntaxException;
import dev.kida.error.TemplateWarning;
import dev.kida.syntax.TemplateNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a template beyond its grammar, found before it runs. */
public final class StaticChecks {

    private StaticChecks() {}

    /**
     * Checks names and arguments of filters, names of tests, and names of blocks and regions.
     *
     * @return the warnings of parser and checks, in source order
     * @throws TemplateSyntaxException for the first error in source order
     */
    public static List<TemplateWarning> check(TemplateNode template, SourceText source, KnownFunctions functions) {
        List<TemplateSyntaxException> errors = errors(template, source, functions);
        if (!errors.isEmpty()) {
            throw errors.get(0);
        }
        return warnings(template, source);
    }

    /** All errors of the checks, in source order. */
    public static List<TemplateSyntaxException> errors(
            TemplateNode template, SourceText source, KnownFunctions functions) {
        List<TemplateSyntaxException> errors = new ArrayList<>();
        new FunctionChecks(functions, source, errors).check(template.body());
        new NameClashes(source, errors).check(template.body());
        if (errors.size() < 2) {
            return errors;
        }
        errors.sort(Comparator.comparingInt(TemplateSyntaxException::getLine)
                .thenComparingInt(TemplateSyntaxException::getColumn));
        return errors;
    }

    /** The warnings of parser and checks, in source order. */
    public static List<TemplateWarning> warnings(TemplateNode template, SourceText source) {
        List<TemplateWarning> warnings = new ArrayList<>(template.warnings());
        new SetInBranch(source.name(), warnings).check(template.body());
        return inOrder(warnings, List.of());
    }

    /** Warnings of several checks in source order. */
    public static List<TemplateWarning> inOrder(List<TemplateWarning> some, List<TemplateWarning> more) {
        List<TemplateWarning> all = new ArrayList<>(some);
        all.addAll(more);
        if (all.size() > 1) {
            all.sort(Comparator.comparingInt(TemplateWarning::line).thenComparingInt(TemplateWarning::column));
        }
        return List.copyOf(all);
    }
}
