package dev.kida.load;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Serves what a function returns; null means that there is no such template. */
public final class FunctionLoader implements TemplateLoader {

    private static final String LOCATION = "<function>";

    private final Function<String, @Nullable TemplateSource> function;

    private FunctionLoader(Function<String, @Nullable TemplateSource> function) {
        this.function = function;
    }

    /** Serves the texts that {@code function} returns. */
    public static FunctionLoader ofText(Function<String, @Nullable String> function) {
        return new FunctionLoader(name -> {
            String text = function.apply(name);
            return text == null ? null : new TemplateSource(name, text, LOCATION, null);
        });
    }

    /** Serves the sources that {@code function} returns. */
    public static FunctionLoader ofSource(Function<String, @Nullable TemplateSource> function) {
        return new FunctionLoader(function);
    }

    @Override
    public TemplateSource load(String name) {
        TemplateSource source = function.apply(name);
        if (source == null) {
            throw NotFound.because(name, " by the loader function");
        }
        return source;
    }
}
