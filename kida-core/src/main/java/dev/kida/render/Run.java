package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.output.Output;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One started render: its names, its sources, and what has to run. */
final class Run {

    private final RenderContext render;
    private final List<Invocation> plan;

    private Run(RenderContext render, List<Invocation> plan) {
        this.render = render;
        this.plan = plan;
    }

    /** Whether a blocking render of this request meets asynchronous values of the model that it may use. */
    static boolean meetsAsyncValues(RenderRequest request, EngineSettings settings, Templates templates) {
        RenderContext probe = new RenderContext(settings, request.options(), templates, false);
        if (!probe.autoAwait() && request.options().blockOnAsync() == null) {
            return false;
        }
        Sources sources = probe.sources();
        for (Object value : request.model().values()) {
            if (sources.isAsync(value)) {
                UsedNames used = UsedNames.of(request.template(), probe);
                return request.model().entrySet().stream()
                        .anyMatch(entry -> sources.isAsync(entry.getValue()) && used.contains(entry.getKey()));
            }
        }
        return false;
    }

    /** Refuses an asynchronous template in a render that cannot wait (spec 06 §11). */
    static void guard(CompiledTemplate template, String instead) {
        if (template.async()) {
            TemplateRuntimeException problem = new TemplateRuntimeException(
                    ErrorCode.K_RUN_007,
                    "Template '" + template.displayName() + "' uses async constructs (async for / await). Use "
                            + instead + " instead",
                    null,
                    null);
            problem.locate(template.source(), 0, -1);
            throw problem;
        }
    }

    static Run straight(
            RenderRequest request,
            EngineSettings settings,
            Templates templates,
            Map<String, ? extends @Nullable Object> globals) {
        RenderContext render = new RenderContext(settings, request.options(), templates, true);
        return watched(request, render, () -> plan(request, render, new Context(request.model(), globals)));
    }

    /** Tells those who watch of the start, and of its end if there is nothing to run. */
    private static Run watched(RenderRequest request, RenderContext render, Supplier<List<Invocation>> plan) {
        render.sources().watchedBy(Watching.start(render.settings().listeners(), request));
        try {
            return new Run(render, plan.get());
        } catch (RuntimeException | Error problem) {
            render.close(problem);
            throw problem;
        }
    }

    static Run resumable(
            RenderRequest request,
            EngineSettings settings,
            Templates templates,
            Map<String, ? extends @Nullable Object> globals) {
        RenderContext render = new RenderContext(settings, request.options(), templates, false);
        return watched(request, render, () -> started(request, render, globals));
    }

    private static List<Invocation> started(
            RenderRequest request, RenderContext render, Map<String, ? extends @Nullable Object> globals) {
        Map<String, ? extends @Nullable Object> model = adopt(request, render);
        List<Invocation> plan = plan(request, render, new Context(model, globals));
        if (render.settings().eagerSubscribe()) {
            Activation activation = plan.get(plan.size() - 1).activation();
            UsedNames used = UsedNames.of(request.template(), render);
            render.sources().byName().forEach((name, source) -> {
                if (used.isKnown(name)) {
                    source.start(activation);
                }
            });
        }
        return plan;
    }

    private static Map<String, ? extends @Nullable Object> adopt(RenderRequest request, RenderContext render) {
        Sources sources = render.sources();
        boolean any = request.model().values().stream().anyMatch(sources::isAsync);
        if (!any) {
            return request.model();
        }
        UsedNames used = UsedNames.of(request.template(), render);
        Map<String, ? extends @Nullable Object> model = sources.adopt(request.model(), used::contains);
        sources.byName().forEach((name, source) -> {
            if (!used.isOnce(name)) {
                source.retain();
            }
        });
        return model;
    }

    private static List<Invocation> plan(RenderRequest request, RenderContext render, Context context) {
        CompiledTemplate template = request.template();
        if (request.blocks().isEmpty() && !request.setup()) {
            Activation root = Activation.root(render, template, context, Blocks.NONE);
            return List.of(new Invocation(template, CompiledTemplate.BODY, root));
        }
        return Chain.of(template, render.templates(), render.settings()).plan(request, render, context);
    }

    RenderContext render() {
        return render;
    }

    /** A part of the page has left. */
    void output(long size, boolean flush) {
        Watching watching = render.sources().watching();
        if (watching != null) {
            watching.output(size, flush);
        }
    }

    /** Runs everything in the straight shape. */
    void execute(Output out) {
        render.page(out);
        for (Invocation invocation : plan) {
            Units.run(invocation, out);
        }
    }

    Machine machine(Output out) {
        return new Machine(new SequenceFrame(plan, render.page(out)));
    }
}
