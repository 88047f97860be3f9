package dev.kida.analyze;

import dev.kida.value.TemplateFunction;
import java.util.Map;

/**
 * The filters and tests a template is compiled against.
 *
 * @param filters all filters by name
 * @param tests all tests by name
 * @param builtinFilters the engine's own filters; the arguments of a filter that is still one of them are checked when
 *     a template is compiled, those of an application's filters when they are called
 */
public record KnownFunctions(
        Map<String, TemplateFunction> filters,
        Map<String, TemplateFunction> tests,
        Map<String, TemplateFunction> builtinFilters) {

    boolean isBuiltinFilter(String name) {
        TemplateFunction builtin = builtinFilters.get(name);
        return builtin != null && builtin == filters.get(name);
    }
}
