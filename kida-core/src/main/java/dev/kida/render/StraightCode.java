package dev.kida.render;

import dev.kida.output.Output;
import org.jspecify.annotations.Nullable;

/** The straight shape of a template: its units run to their end on the calling thread. Base of generated classes. */
public abstract class StraightCode {

    /** Runs one unit. */
    public abstract void run(int unit, Activation activation, Output out);

    /** Runs the page. One that is plain has code of its own for this. */
    public void page(PageRun page, Output out) {
        Activation root = page.begin();
        page.leave(root);
        run(CompiledTemplate.BODY, root, out);
    }

    /**
     * Runs a component that needs no run of its own.
     *
     * @param unit one that was {@linkplain DefValue#define defined} to be called directly
     * @param a the first argument, {@link Context#MISSING} for those that are not given
     */
    public void component(
            int unit,
            ComponentCall call,
            @Nullable Object a,
            @Nullable Object b,
            @Nullable Object c,
            @Nullable Object d,
            Output out) {
        throw new IllegalArgumentException("unit " + unit + " is not called directly");
    }
}
