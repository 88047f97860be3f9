package dev.kida.render;

import dev.kida.error.TemplateNotFoundException;
import dev.kida.output.Output;
import dev.kida.value.Markup;
import org.jspecify.annotations.Nullable;

/** Runs prepared units in the straight shape. Called by generated code. */
public final class Units {

    private Units() {}

    /**
     * The unit to run for what was prepared, or null when it is printed already. Who asks runs the unit itself: then the
     * JIT sees, at each place, which template's code runs there.
     */
    public static @Nullable Invocation direct(@Nullable Object prepared, Output out, boolean escape) {
        if (prepared instanceof Invocation invocation && invocation.isPlain()) {
            return invocation;
        }
        print(prepared, out, escape);
        return null;
    }

    /** Prints what a prepared call, block or include gives. */
    public static void print(@Nullable Object prepared, Output out, boolean escape) {
        if (prepared instanceof Invocation invocation) {
            run(invocation, out);
        } else if (escape) {
            out.escaped(prepared);
        } else {
            out.plain(prepared);
        }
    }

    /** The value of a prepared call: the markup a component writes, or what a function returned. */
    public static @Nullable Object value(@Nullable Object prepared) {
        if (!(prepared instanceof Invocation invocation)) {
            return prepared;
        }
        RenderContext render = invocation.activation().render;
        if (invocation.result() != Invocation.Result.OUTPUT) {
            return runInto(invocation, render.dropped());
        }
        Output out = render.text();
        run(invocation, out);
        return Markup.of(out.string());
    }

    static @Nullable Object run(Invocation invocation, Output out) {
        if (invocation.ignoreMissing()) {
            runOptional(invocation, out);
            return null;
        }
        return runInto(invocation, invocation.result() == Invocation.Result.OUTPUT ? out : out.sibling());
    }

    private static @Nullable Object runInto(Invocation invocation, Output target) {
        invocation.template().straight().run(invocation.unit(), invocation.activation(), target);
        return invocation.result() == Invocation.Result.MODULE ? Prepare.module(invocation) : null;
    }

    private static void runOptional(Invocation invocation, Output out) {
        Boundary boundary = Boundary.enter(invocation.activation(), out);
        try {
            invocation.template().straight().run(invocation.unit(), invocation.activation(), out);
        } catch (TemplateNotFoundException missing) {
            boundary.discard();
            return;
        }
        boundary.succeed();
    }
}
