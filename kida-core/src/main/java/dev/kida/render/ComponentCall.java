package dev.kida.render;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The call of a component whose body needs no run of its own: its arguments are variables of a method, its names those of the
 * place that defined it. A run is made when something asks for one, such as a filter, or a failure that has to tell where it
 * was. Used by generated code, in the straight shape only. Nothing refers to a call that has ended, so that a render has few
 * of them and uses each again and again.
 */
public final class ComponentCall implements CallOrigin {

    private final RenderContext render;
    private DefValue component;
    private CallOrigin origin;
    private int site;
    private int callDepth;
    private @Nullable Activation run;

    /** The next one of those that have ended. */
    private @Nullable ComponentCall next;

    private ComponentCall(RenderContext render, DefValue component, CallOrigin origin) {
        this.render = render;
        this.component = component;
        this.origin = origin;
    }

    /**
     * A call from a template.
     *
     * @param site the place of the call
     */
    public static ComponentCall of(DefValue component, CallOrigin origin, int site) {
        int depth = origin.callDepth() + 1;
        component.checkCall(depth);
        ComponentCall call = ended(renderOf(origin), component, origin);
        call.site = site;
        call.callDepth = depth;
        return call;
    }

    private static RenderContext renderOf(CallOrigin origin) {
        return origin instanceof ComponentCall call ? call.render : ((Activation) origin).render;
    }

    private static ComponentCall ended(RenderContext render, DefValue component, CallOrigin origin) {
        ComponentCall call = render.endedCalls;
        if (call == null) {
            return new ComponentCall(render, component, origin);
        }
        render.endedCalls = call.next;
        call.component = component;
        call.origin = origin;
        call.run = null;
        return call;
    }

    /** The component has returned. A call that fails is not used again. */
    public void end() {
        next = render.endedCalls;
        render.endedCalls = this;
    }

    /** A call for which there is a run already. */
    public static ComponentCall of(Activation run) {
        Activation caller = Objects.requireNonNull(run.parent);
        DefValue component = (DefValue) Objects.requireNonNull(run.component);
        ComponentCall call = new ComponentCall(run.render, component, caller);
        call.site = run.site;
        call.callDepth = run.callDepth();
        call.run = run;
        return call;
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
