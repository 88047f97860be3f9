package dev.kida.render;

import org.jspecify.annotations.Nullable;

/**
 * Is told what an engine does, for metrics, traces and logs: each render from its start to its end, and each template that
 * is compiled. An engine without listeners pays nothing for the possibility.
 *
 * <p>Called by many threads at once. A listener that throws is logged and otherwise ignored: nobody's page fails because it
 * is watched.
 */
public interface RenderListener {

    /**
     * A render begins, on the thread that runs it. A publisher begins with the first demand of its subscriber, not before;
     * a render that is refused before anything of it ran (of a block that does not exist, or a synchronous one of an
     * asynchronous template) does not begin at all. So the names that are reported are names of the templates, never ones
     * that a visitor made up.
     *
     * @return told what becomes of this render, or null when it is of no interest
     */
    @Nullable
    RenderWatch onStart(RenderStart start);

    /**
     * A template was compiled, or could not be: once for every miss of the cache and for every inline template, on the
     * thread that asked for it.
     */
    default void onCompile(Compilation compilation) {}
}
