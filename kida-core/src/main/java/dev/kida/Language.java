package dev.kida;

import dev.kida.builtin.Builtins;
import dev.kida.render.TagHandler;
import dev.kida.syntax.Dialect;
import dev.kida.syntax.LexerSettings;
import dev.kida.syntax.SyntaxLimits;
import dev.kida.syntax.TagSyntax;
import dev.kida.value.TemplateFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The language of an engine that is built: its delimiters, its bounds, and what templates know by name. */
final class Language {

    private static final List<String> HTMX_HELPERS =
            List.of("hx_request", "hx_target", "hx_trigger", "hx_boosted", "csrf_token", "csp_nonce");

    final Map<String, TemplateFunction> filters = new LinkedHashMap<>(Builtins.filters());
    final Map<String, TemplateFunction> tests = new LinkedHashMap<>(Builtins.tests());
    final Map<String, @Nullable Object> globals = new LinkedHashMap<>(Builtins.globals());

    LexerSettings syntax = LexerSettings.DEFAULT;
    SyntaxLimits limits = SyntaxLimits.DEFAULT;
    boolean htmxHelpers = true;

    private final Map<String, TagHandler> tags = new LinkedHashMap<>();
    private final Map<String, TagSyntax> tagSyntax = new LinkedHashMap<>();

    void add(TagHandler handler) {
        tags.put(handler.name(), handler);
        tagSyntax.put(
                handler.name(),
                new TagSyntax(
                        handler.name(),
                        handler.signature(),
                        handler.hasBody(),
                        handler.endTags(),
                        handler.variables(),
                        handler.async()));
    }

    Map<String, TagHandler> tags() {
        return Map.copyOf(tags);
    }

    Dialect dialect() {
        return Dialect.of(syntax, tagSyntax.values(), limits);
    }

    /** The globals, with or without the built-in functions for HTMX; those of the application stay in any case. */
    Map<String, @Nullable Object> globals() {
        if (htmxHelpers) {
            return globals;
        }
        Map<String, @Nullable Object> others = new LinkedHashMap<>(globals);
        HTMX_HELPERS.forEach(name -> others.remove(name, Builtins.globals().get(name)));
        return others;
    }
}
