package dev.kida.render;

/**
 * A unit that is ready to run.
 *
 * @param template whose code
 * @param unit which unit
 * @param activation with what
 * @param result what the caller gets in the end
 * @param ignoreMissing whether a missing template inside ends it without output instead of failing
 */
public record Invocation(
        CompiledTemplate template, int unit, Activation activation, Result result, boolean ignoreMissing) {

    /** What a run leaves besides output. */
    public enum Result {
        /** The output itself, as markup where a value is needed. */
        OUTPUT,
        /** The names it assigned; output is dropped. */
        MODULE,
        /** Nothing; output is dropped. */
        NOTHING
    }

    /** A unit whose output is wanted. */
    Invocation(CompiledTemplate template, int unit, Activation activation) {
        this(template, unit, activation, Result.OUTPUT, false);
    }

    /** Whether running the unit is all there is to do. */
    boolean isPlain() {
        return result == Result.OUTPUT && !ignoreMissing;
    }

    /** The code in the straight shape. */
    public StraightCode code() {
        return template.straight();
    }
}
