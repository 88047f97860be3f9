package dev.kida.render;

import dev.kida.output.Output;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page in the straight shape that nothing interrupts. The code of a template whose page is plain asks for the run itself:
 * then it is made in the method that uses it, and where that method keeps it to itself, the JIT has it in registers, however
 * large the method is that called.
 */
public final class PageRun {

    private final RenderRequest request;
    private final EngineSettings settings;
    private final Templates templates;
    private final Map<String, ? extends @Nullable Object> globals;
    private final Output out;
    private final boolean inMemory;
    private @Nullable RenderContext left;

    /**
     * @param inMemory whether the output stays until the end, so that stacks in it can be filled then
     */
    PageRun(
            RenderRequest request,
            EngineSettings settings,
            Templates templates,
            Map<String, ? extends @Nullable Object> globals,
            Output out,
            boolean inMemory) {
        this.request = request;
        this.settings = settings;
        this.templates = templates;
        this.globals = globals;
        this.out = out;
        this.inMemory = inMemory;
    }

    /** Starts the page, which happens once. Called by generated code. */
    public Activation begin() {
        RenderContext render = new RenderContext(settings, request.options(), templates, true);
        render.watchedBy(Watching.start(settings.listeners(), request));
        if (inMemory) {
            render.deferStacks(out);
        }
        render.page(out);
        Activation root = Activation.root(render, request.template(), new Context(request.model(), globals));
        root.start();
        return root;
    }

    /** The page is written. Called by generated code. */
    public void end(Activation root) {
        if (root.render.hasNothingToEnd()) {
            root.render.over();
        } else {
            left = root.render;
        }
    }

    /** Somebody else has to end the render. Called by generated code when the page failed. */
    public void leave(Activation root) {
        left = root.render;
    }

    /** The render, if it is not over. */
    @Nullable
    RenderContext left() {
        return left;
    }
}
