package dev.kida.render;

import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import org.jspecify.annotations.Nullable;

/** A component bound by a {@code def} statement: it remembers where it was defined (spec 04 §1). */
public final class DefValue extends TemplateCallable {

    private static final Signature SLOT_NAME = Signature.parse("name=null");

    private final Activation defining;
    private final int unit;
    private final String name;
    private final Parameters parameters;
    private final @Nullable Object[] defaults;
    private final boolean ownContext;
    private final boolean direct;

    private DefValue(
            Activation defining,
            int unit,
            String name,
            Parameters parameters,
            @Nullable Object[] defaults,
            boolean ownContext,
            boolean direct) {
        this.defining = defining;
        this.unit = unit;
        this.name = name;
        this.parameters = parameters;
        this.defaults = defaults;
        this.ownContext = ownContext;
        this.direct = direct;
    }

    /**
     * Executes a {@code def} statement.
     *
     * @param defaults the values of the parameters that have a default, in order
     * @param ownContext whether the body needs a context of its own, because it assigns names or hands the context on
     * @param direct whether the straight code of the template can run it with a {@link ComponentCall}
     */
    public static void define(
            Activation defining,
            int unit,
            String name,
            Parameters parameters,
            @Nullable Object[] defaults,
            boolean ownContext,
            boolean direct) {
        defining.let(name, new DefValue(defining, unit, name, parameters, defaults, ownContext, direct));
    }

    @Override
    @Nullable
    Object prepare(
            Activation site, @Nullable Object[] positional, String[] names, @Nullable Object[] named, int position) {
        return prepare(site, positional, names, named, position, null);
    }

    Activation prepare(
            Activation site,
            @Nullable Object[] positional,
            String[] names,
            @Nullable Object[] named,
            int position,
            @Nullable Caller caller) {
        @Nullable Object[] values = parameters.bind(name, positional, names, named);
        for (int i = parameters.required(); i < parameters.names().size(); i++) {
            if (values[i] == Context.MISSING) {
                values[i] = defaults[i - parameters.required()];
            }
        }
        Activation place = site.render.asOfNow(defining);
        Context context = ownContext ? context(place, values, caller) : place.context;
        Activation body = site.component(
                position,
                this,
                place.template,
                unit,
                context,
                place.blocks,
                values,
                Surroundings.scopes(site, defining));
        site.render.checkCall(body.callDepth());
        return body;
    }

    // ---- direct calls ----------------------------------------------------------------------------------------------

    boolean isDirect() {
        return direct;
    }

    Parameters parameters() {
        return parameters;
    }

    /** The code that has {@link StraightCode#component}. Called by generated code. */
    public StraightCode code() {
        return defining.template.straight();
    }

    /** Called by generated code. */
    public int unit() {
        return unit;
    }

    Activation place(CallOrigin origin) {
        return origin.asOfNow(defining);
    }

    @Nullable
    Object given(int parameter) {
        return defaults[parameter - parameters.required()];
    }

    void checkCall(int depth) {
        defining.render.checkCall(depth);
    }

    /** The run of a direct call, for who asks for it; the call was checked. */
    Activation run(Activation caller, int site) {
        Activation place = caller.asOfNow(defining);
        return caller.component(
                site,
                this,
                place.template,
                Activation.STARTED,
                place.context,
                place.blocks,
                null,
                Surroundings.scopes(caller, defining));
    }

    // ---- its own context -------------------------------------------------------------------------------------------

    private Context context(Activation place, @Nullable Object[] values, @Nullable Caller caller) {
        Context context = place.context.copy();
        context.put("has_slot", hasSlot(caller));
        if (caller != null) {
            context.put("caller", caller);
        }
        for (int i = 0; i < values.length; i++) {
            context.put(parameters.nameAt(i), values[i]);
        }
        return context;
    }

    private static TemplateFunction hasSlot(@Nullable Caller caller) {
        return new EngineFunction("has_slot", SLOT_NAME, (arguments, context) -> {
            Object slot = arguments[0];
            return caller != null && (slot == null || caller.provides(slot.toString()));
        });
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
