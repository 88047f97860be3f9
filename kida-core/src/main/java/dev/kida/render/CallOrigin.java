package dev.kida.render;

/** What calls a component: the run of a unit, or a component that runs without one. Passed around by generated code. */
public sealed interface CallOrigin permits Activation, ComponentCall {

    /** The run that calls, made when there is none. */
    Activation run();

    /** How deep in components this is. */
    int callDepth();

    /** Whether this is shown as slot content, whose scopes a component sees that was defined around it. */
    boolean isInContent();

    /** What a component sees of the place it was defined at, which may be as it was when a section was begun. */
    Activation asOfNow(Activation defining);
}
