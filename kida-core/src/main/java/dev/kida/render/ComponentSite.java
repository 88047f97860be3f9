package dev.kida.render;

import org.jspecify.annotations.Nullable;

/**
 * A place that calls something by name and prints it. It knows whether the arguments, in the order in which they are written,
 * are those of the component it meets, which is the same one as a rule. Constants of generated code, shared by threads.
 */
public final class ComponentSite {

    /** Arguments that a direct call passes at most. */
    public static final int MOST = 4;

    private record Fit(Parameters parameters, boolean fits) {}

    private final int positional;
    private final String[] names;

    /** May be seen late by other threads, which find out for themselves. */
    private @Nullable Fit last;

    /**
     * @param positional how many arguments have no name
     * @param names those of the others
     */
    public ComponentSite(int positional, String[] names) {
        this.positional = positional;
        this.names = names.clone();
    }

    /** The component to call directly, or null when the call has to be prepared. */
    public @Nullable DefValue direct(@Nullable Object callee, CallOrigin origin) {
        return callee instanceof DefValue component
                        && component.isDirect()
                        && fits(component.parameters())
                        && !origin.isInContent()
                ? component
                : null;
    }

    private boolean fits(Parameters parameters) {
        Fit known = last;
        if (known == null || known.parameters() != parameters) {
            known = new Fit(parameters, parameters.startWith(positional, names));
            last = known;
        }
        return known.fits();
    }
}
