package dev.kida.render;

import org.jspecify.annotations.Nullable;

/** A region as a callable: it runs with the context of whoever calls it (spec 04 §8.1). */
public final class RegionValue extends TemplateCallable {

    private final Activation defining;
    private final int unit;
    private final String name;
    private final Parameters parameters;

    private RegionValue(Activation defining, int unit, String name, Parameters parameters) {
        this.defining = defining;
        this.unit = unit;
        this.name = name;
        this.parameters = parameters;
    }

    /** Executes a {@code region} statement. */
    public static void define(Activation defining, int unit, String name, Parameters parameters) {
        defining.let(name, new RegionValue(defining, unit, name, parameters));
    }

    @Override
    Activation prepare(
            Activation site, @Nullable Object[] positional, String[] names, @Nullable Object[] named, int position) {
        @Nullable Object[] values = parameters.bind(name, positional, names, named);
        Activation body = site.component(
                position, this, defining.template, unit, site.context.copy(), defining.blocks, values, null);
        site.render.checkCall(body.callDepth());
        return body;
    }

    /**
     * An argument of a running region: what the call gave, or, when the region is rendered as a block, the name of the
     * context.
     *
     * @return the value, or {@link Context#MISSING}
     */
    public static @Nullable Object argument(Activation activation, int index, String name) {
        if (activation.locals != null) {
            return activation.locals[index];
        }
        return activation.context.get(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isComponent() {
        return true;
    }
}
