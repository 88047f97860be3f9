package dev.kida.compile;

import dev.kida.analyze.TemplatePlan;
import dev.kida.error.SourceText;
import dev.kida.render.TagHandler;
import dev.kida.syntax.TemplateNode;
import dev.kida.value.TemplateFunction;
import java.util.Map;

/** What emitting a template needs to know. */
record CompilationInput(
        SourceText source,
        TemplateNode tree,
        TemplatePlan plan,
        boolean escape,
        boolean strict,
        boolean bounded,
        boolean sandboxed,
        Map<String, TemplateFunction> filters,
        Map<String, TemplateFunction> tests,
        Map<String, TagHandler> tags) {}
