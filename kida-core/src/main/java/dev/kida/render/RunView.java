package dev.kida.render;

import dev.kida.value.SandboxPolicy;
import dev.kida.value.TemplateFunction;
import dev.kida.value.TextBound;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What functions and filters see of a run of a unit. */
abstract class RunView extends RunNames implements RenderState {

    final RenderContext render;
    final CompiledTemplate template;

    /** Where the filter or test stands that is being applied. */
    private int place;

    RunView(RenderContext render, CompiledTemplate template, Context context) {
        super(context);
        this.render = render;
        this.template = template;
    }

    /** A filter or test is about to be applied, at this place. */
    public void at(int position) {
        place = position;
    }

    @Override
    @Nullable
    String componentKind(String name) {
        return template.componentKind(name);
    }

    @Override
    public @Nullable Object attribute(Object key) {
        return render.options().attributes().get(key);
    }

    @Override
    public @Nullable String templateName() {
        return template.name();
    }

    @Override
    public void doNotCache() {
        render.secrets().read();
    }

    @Override
    public @Nullable Object meta(String key) {
        render.checkRuns("The metadata of a render");
        if (ResponseSecrets.areIn(key)) {
            render.secrets().read();
        }
        return render.options().metadata().get(key);
    }

    @Override
    public @Nullable Object consume(String key, @Nullable Object fallback) {
        render.checkRuns("consume('" + key + "')");
        return render.consume(key, fallback);
    }

    @Override
    public boolean autoescape() {
        return template.escape();
    }

    @Override
    public Locale locale() {
        return render.locale();
    }

    @Override
    public ZoneId zone() {
        return render.zone();
    }

    @Override
    public String place() {
        return template.displayName() + ":" + Failures.line(place);
    }

    @Override
    public void warn(String filter, String message) {
        render.warn(template.displayName(), Failures.line(place), filter, message);
    }

    @Override
    public String translate(String message) {
        return render.settings().translations().translate(message, render.locale());
    }

    @Override
    public String translatePlural(String one, String many, @Nullable Object count) {
        long n = count instanceof Number number ? number.longValue() : count instanceof Boolean b && b ? 1 : 0;
        return render.settings().translations().translatePlural(one, many, n, render.locale());
    }

    @Override
    public @Nullable TemplateFunction findFilter(String name) {
        return bounded(template.filters().get(name));
    }

    @Override
    public @Nullable SandboxPolicy sandbox() {
        return render.settings().sandbox();
    }

    @Override
    public int maxTextLength() {
        return render.settings().checked() ? render.growth().length() : TextBound.NONE;
    }

    @Override
    public @Nullable TemplateFunction findTest(String name) {
        return bounded(template.tests().get(name));
    }

    private @Nullable TemplateFunction bounded(@Nullable TemplateFunction function) {
        return function == null || !render.settings().checked()
                ? function
                : new Bounded.Filter(function, render.growth());
    }
}
