package dev.kida.render;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateException;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.output.Output;
import dev.kida.value.Truth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One started render: its names, its sources, and what has to run. */
final class Run {

    private final RenderContext render;
    private final List<Activation> plan;
    private final Origin origin;
    private final boolean streaming;

    /** What a render was started with. */
    private record Origin(
            RenderRequest request,
            EngineSettings settings,
            Templates templates,
            Map<String, ? extends @Nullable Object> globals) {}

    private Run(RenderContext render, List<Activation> plan, Origin origin, boolean streaming) {
        this.render = render;
        this.plan = plan;
        this.origin = origin;
        this.streaming = streaming;
    }

    /** Whether a blocking render of this request meets asynchronous values of the model that it may use. */
    static boolean meetsAsyncValues(
            RenderRequest request, EngineSettings settings, Templates templates, AsyncKinds kinds) {
        Boolean own = request.options().autoAwait();
        boolean autoAwait = own == null ? settings.autoAwait() : own;
        if (!autoAwait && request.options().blockOnAsync() == null) {
            return false;
        }
        for (Object value : request.model().values()) {
            if (kinds.isAsync(value)) {
                return usesAsyncValues(request, settings, templates, kinds);
            }
        }
        return false;
    }

    private static boolean usesAsyncValues(
            RenderRequest request, EngineSettings settings, Templates templates, AsyncKinds kinds) {
        RenderContext probe = new RenderContext(settings, request.options(), templates, false);
        UsedNames used = UsedNames.of(request, probe);
        return request.model().entrySet().stream()
                .anyMatch(entry -> kinds.isAsync(entry.getValue()) && used.contains(entry.getKey()));
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
        return begun(
                new Origin(request, settings, templates, globals),
                render,
                false,
                plan(request, render, new Context(request.model(), globals)));
    }

    /**
     * @param streaming whether what is written leaves while the render goes on
     */
    static Run resumable(
            RenderRequest request,
            EngineSettings settings,
            Templates templates,
            Map<String, ? extends @Nullable Object> globals,
            boolean streaming) {
        RenderContext render = new RenderContext(settings, request.options(), templates, false);
        Origin origin = new Origin(request, settings, templates, globals);
        boolean later = streaming && mayComeLater(request, render);
        Map<String, ? extends @Nullable Object> model = adopt(request, render);
        Run run = begun(origin, render, later, plan(request, render, new Context(model, globals)));
        if (settings.eagerSubscribe()) {
            run.subscribe(request);
        }
        return run;
    }

    /**
     * Tells those who watch. Not before there is a plan: what names no block of the template is no render, and must not be
     * counted.
     */
    private static Run begun(Origin origin, RenderContext render, boolean streaming, List<Activation> plan) {
        render.watchedBy(Watching.start(render.settings().listeners(), origin.request()));
        return new Run(render, plan, origin, streaming);
    }

    private void subscribe(RenderRequest request) {
        Activation activation = plan.get(plan.size() - 1);
        try {
            String ending = StreamEnding.block(render.options(), render.settings());
            UsedNames used = UsedNames.running(request, render, ending.equals(RenderOptions.ABORT) ? null : ending);
            render.sources().byName().forEach((name, source) -> {
                if (used.isKnown(name)) {
                    source.start(activation);
                }
            });
        } catch (Throwable problem) {
            render.close(problem);
            throw problem;
        }
    }

    /** Whether deferred sections may be sent out of order: in pages that a browser loads. */
    private static boolean mayComeLater(RenderRequest request, RenderContext render) {
        return request.blocks().isEmpty()
                && !request.setup()
                && render.outOfOrder() == OutOfOrder.AUTO
                && !Truth.of(request.options().metadata().get("hx_request"));
    }

    private static Map<String, ? extends @Nullable Object> adopt(RenderRequest request, RenderContext render) {
        Sources sources = render.sources();
        boolean any = request.model().values().stream().anyMatch(sources::isAsync);
        if (!any) {
            return request.model();
        }
        UsedNames used = UsedNames.of(request, render);
        Map<String, ? extends @Nullable Object> model = sources.adopt(request.model(), used::contains);
        sources.byName().forEach((name, source) -> {
            if (!used.isOnce(name)) {
                source.share();
            }
        });
        return model;
    }

    private static List<Activation> plan(RenderRequest request, RenderContext render, Context context) {
        CompiledTemplate template = request.template();
        if (request.isPage()) {
            return List.of(Activation.root(render, template, context));
        }
        return Chain.of(template, render.templates(), render.settings()).plan(request, render, context);
    }

    RenderContext render() {
        return render;
    }

    /** A part of the page has left. */
    void output(long size, boolean flush) {
        Watching watching = render.watching();
        if (watching != null) {
            watching.output(size, flush);
        }
    }

    CompiledTemplate template() {
        return origin.request().template();
    }

    boolean isHtml() {
        return template().escape();
    }

    /**
     * What renders a block of the page after its failure, with the names of the page as far as they need no waiting, and
     * the facts about the failure as {@code error}; null when the page has no such block.
     */
    @Nullable
    Run ending(String block, TemplateException failure) {
        RenderRequest page = origin.request();
        if (!Chain.of(page.template(), origin.templates(), origin.settings())
                .blockNames()
                .contains(block)) {
            return null;
        }
        Map<String, @Nullable Object> model = render.sources().settled(page.model());
        model.put("error", Boundary.facts(failure));
        RenderRequest request = new RenderRequest(page.template(), List.of(block), true, model, page.options());
        Run ending = resumable(request, origin.settings(), origin.templates(), origin.globals(), false);
        if (render.refusesToWait()) {
            ending.render.refuseToWait();
        }
        return ending;
    }

    /** Runs everything in the straight shape. */
    void execute(Output out) {
        render.page(out);
        for (Activation run : plan) {
            Units.run(run, out);
        }
    }

    /**
     * What runs everything in the resumable shape.
     *
     * @param patience the bound of one wait; null for none
     */
    Ensemble ensemble(Output out, @Nullable Duration patience) {
        Output page = render.page(out);
        Machine machine = new Machine(new SequenceFrame(plan, page), render, patience);
        if (streaming) {
            render.sections(new Sections(
                    page,
                    render.maxSections(),
                    (frame, part) -> new Machine(frame, part, patience),
                    new SectionWire(render.options().metadata().get("csp_nonce")),
                    machine::wants));
        }
        return new Ensemble(render, machine, page);
    }
}
