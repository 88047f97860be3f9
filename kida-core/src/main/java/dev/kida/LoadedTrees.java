package dev.kida;

import dev.kida.analyze.TemplateTrees;
import dev.kida.error.SourceText;
import dev.kida.error.TemplateException;
import dev.kida.load.TemplateLoader;
import dev.kida.load.TemplateNames;
import dev.kida.load.TemplateSource;
import dev.kida.syntax.Dialect;
import dev.kida.syntax.TemplateParser;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the trees of other templates from the loader, anew every time. */
record LoadedTrees(@Nullable TemplateLoader loader, Dialect syntax, Map<String, String> aliases)
        implements TemplateTrees {

    @Override
    public @Nullable Found find(String name, @Nullable String caller) {
        if (loader == null) {
            return null;
        }
        try {
            TemplateSource source = loader.load(TemplateNames.resolve(name, caller, aliases));
            SourceText text = new SourceText(source.name(), source.location(), source.text());
            return new Found(source.name(), TemplateParser.parse(text, syntax));
        } catch (TemplateException unusable) {
            return null; // reported by whoever renders or checks that template
        }
    }
}
