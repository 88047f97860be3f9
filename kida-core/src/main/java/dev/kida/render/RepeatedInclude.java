package dev.kida.render;

import org.jspecify.annotations.Nullable;

/**
 * An include in a loop. A plain template is run by one and the same run in all turns, as long as none of them fails: nothing
 * of the template can have kept it. Called by generated code, in the straight shape only.
 */
public final class RepeatedInclude {

    private RepeatedInclude() {}

    /**
     * The names of this turn, to which those of the loop are to be added.
     *
     * @param again what {@link #next} gave after the turn before; null in the first one
     */
    public static Context names(Activation site, @Nullable Activation again) {
        if (again == null) {
            return site.context.copy();
        }
        again.context.restart(site.context);
        return again.context;
    }

    /** The run of this turn, to be started. */
    public static Activation run(
            Activation site, @Nullable Activation again, String name, Context names, int position) {
        if (again == null) {
            return Prepare.include(site, name, names, position);
        }
        again.repeat();
        return again;
    }

    /** What the next turn can use of this one, which has ended as it should: its run, or null. */
    public static @Nullable Activation next(Activation run) {
        return run.template.isPlain() ? run : null;
    }
}
