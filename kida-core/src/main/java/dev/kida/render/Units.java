package dev.kida.render;

import dev.kida.error.TemplateNotFoundException;
import dev.kida.output.Output;
import dev.kida.value.Markup;
import org.jspecify.annotations.Nullable;

/** Runs prepared units in the straight shape. Called by generated code. */
public final class Units {

    private Units() {}

    /**
     * The run to start for what was prepared, or null when it is printed already. Who asks starts it: then the JIT sees, at
     * each place, which template's code runs there.
     */
    public static @Nullable Activation direct(@Nullable Object prepared, Output out, boolean escape) {
        Activation run = Activation.prepared(prepared);
        if (run != null && run.isWritten() && !run.isOptional()) {
            return run;
        }
        print(prepared, out, escape);
        return null;
    }

    /** Prints what a prepared call, block or include gives. */
    public static void print(@Nullable Object prepared, Output out, boolean escape) {
        Activation run = Activation.prepared(prepared);
        if (run != null) {
            run(run, out);
        } else if (escape) {
            out.escaped(prepared);
        } else {
            out.plain(prepared);
        }
    }

    /** The value of a prepared call: the markup a component writes, or what a function returned. */
    public static @Nullable Object value(@Nullable Object prepared) {
        Activation run = Activation.prepared(prepared);
        if (run == null) {
            return prepared;
        }
        Output out = run.render.text();
        run(run, out);
        return Markup.of(out.string());
    }

    /** The names of a prepared import. */
    public static @Nullable Object module(Activation prepared, Output out) {
        run(prepared, out);
        return prepared.module();
    }

    static void run(Activation run, Output out) {
        if (run.isOptional()) {
            runOptional(run, out);
        } else {
            run.code().run(run.start(), run, run.target(out));
        }
    }

    private static void runOptional(Activation run, Output out) {
        Boundary boundary = Boundary.enter(run, out);
        try {
            run.code().run(run.start(), run, out);
        } catch (TemplateNotFoundException missing) {
            boundary.discard();
            return;
        }
        boundary.succeed();
    }
}
