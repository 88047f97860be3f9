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
        List<TemplateSyntaxException> errors = new ArrayList<>();
        new FunctionChecks(functions, source, errors).check(template.body());
        new NameClashes(source, errors).check(template.body());
        errors.stream()
                .min(Comparator.comparingInt(TemplateSyntaxException::getLine)
                        .thenComparingInt(TemplateSyntaxException::getColumn))
                .ifPresent(error -> {
                    throw error;
                });
        List<TemplateWarning> warnings = new ArrayList<>(template.warnings());
        new SetInBranch(source.name(), warnings).check(template.body());
        warnings.sort(Comparator.comparingInt(TemplateWarning::line).thenComparingInt(TemplateWarning::column));
        return List.copyOf(warnings);
    }
}
