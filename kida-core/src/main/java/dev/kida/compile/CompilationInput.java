package dev.kida.compile;

import dev.kida.analyze.TemplatePlan;
import dev.kida.error.SourceText;
import dev.kida.render.TagHandler;
import dev.kida.syntax.TemplateNode;
import dev.kida.value.TemplateFunction;
import java.util.Map;

/**
 * What emitting a template needs to know.
 *
 * @param linked whether places that read members are {@code invokedynamic}, for classes that are made while the application
 *     runs; those made in advance may have to do without
 */
record CompilationInput(
        SourceText source,
        TemplateNode tree,
        TemplatePlan plan,
        boolean escape,
        boolean strict,
        boolean bounded,
        boolean sandboxed,
        boolean linked,
        Map<String, TemplateFunction> filters,
        Map<String, TemplateFunction> tests,
        Map<String, TagHandler> tags) {

    CompilationInput withLinked(boolean on) {
        return new CompilationInput(source, tree, plan, escape, strict, bounded, sandboxed, on, filters, tests, tags);
    }
}
