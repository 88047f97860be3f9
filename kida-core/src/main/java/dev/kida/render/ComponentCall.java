package dev.kida.render;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The call of a component whose body needs no run of its own: its arguments are variables of a method, its names those of the
 * place that defined it. A run is made when something asks for one, such as a filter, or a failure that has to tell where it
 * was. Made by generated code, in the straight shape only.
 */
public final class ComponentCall implements CallOrigin {

    private final DefValue component;
    private final CallOrigin origin;
    private final int site;
    private final int callDepth;
    private @Nullable Activation run;

    private ComponentCall(DefValue component, CallOrigin origin, int site, int callDepth, @Nullable Activation run) {
        this.component = component;
        this.origin = origin;
        this.site = site;
        this.callDepth = callDepth;
        this.run = run;
    }

    /**
     * A call from a template.
     *
     * @param site the place of the call
     */
    public static ComponentCall of(DefValue component, CallOrigin origin, int site) {
        ComponentCall call = new ComponentCall(component, origin, site, origin.callDepth() + 1, null);
        component.checkCall(call.callDepth);
        return call;
    }

    /** A call for which there is a run already. */
    public static ComponentCall of(Activation run) {
        Activation caller = Objects.requireNonNull(run.parent);
        DefValue component = (DefValue) Objects.requireNonNull(run.component);
        return new ComponentCall(component, caller, run.site, run.callDepth(), run);
    }

    /** Whose names the body reads: those of its own run if there is one, which sees those of the place that defined it. */
    public Activation place() {
        return run == null ? component.place(origin) : run;
    }

    /** The default of a parameter that got no argument. */
    public @Nullable Object given(int parameter) {
        return component.given(parameter);
    }

    @Override
    public Activation run() {
        Activation known = run;
        if (known == null) {
            known = component.run(origin.run(), site);
            run = known;
        }
        return known;
    }

    @Override
    public int callDepth() {
        return callDepth;
    }

    @Override
    public boolean isInContent() {
        return origin.isInContent();
    }

    @Override
    public Activation asOfNow(Activation defining) {
        return origin.asOfNow(defining);
    }
}
