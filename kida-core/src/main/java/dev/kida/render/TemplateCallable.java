package dev.kida.render;

import dev.kida.value.CallContext;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A callable written in a template: calling it runs a unit, which in a stream may be suspended. */
abstract class TemplateCallable implements TemplateFunction {

    private static final Signature ANYTHING = Signature.parse("*arguments, **keywords");

    /** Binds the arguments; the result is a run, or a value when there is nothing to run. */
    abstract @Nullable Object prepare(
            Activation site, @Nullable Object[] positional, String[] names, @Nullable Object[] named, int position);

    @Override
    public final Signature signature() {
        return ANYTHING;
    }

    @Override
    public final @Nullable Object call(@Nullable Object[] arguments, CallContext context) {
        if (!(context instanceof Activation site)) {
            throw RenderContext.notRunning("Component '" + name() + "'");
        }
        site.render.checkRuns("Component '" + name() + "'");
        Object[] positional = ((java.util.List<?>) java.util.Objects.requireNonNull(arguments[0])).toArray();
        Map<?, ?> keywords = (Map<?, ?>) java.util.Objects.requireNonNull(arguments[1]);
        String[] names = keywords.keySet().stream().map(String::valueOf).toArray(String[]::new);
        return Units.value(prepare(site, positional, names, keywords.values().toArray(), site.site));
    }

    @Override
    public String toString() {
        return "<function " + name() + ">";
    }
}
