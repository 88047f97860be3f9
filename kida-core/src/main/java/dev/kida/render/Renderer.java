package dev.kida.render;

import dev.kida.error.TemplateException;
import dev.kida.load.TemplateNames;
import dev.kida.output.Output;
import dev.kida.output.OutputPool;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The renders of one engine, in every form of result. Thread-safe. */
public final class Renderer {

    private static final String ASYNC_WAYS = "renderStreamAsync(), renderChunks() or renderAsync()";
    private static final int INITIAL = 4096;

    private final OutputPool outputs = new OutputPool();
    private final AsyncKinds kinds;
    private final EngineSettings settings;
    private final Templates templates;
    private final Supplier<? extends Map<String, ? extends @Nullable Object>> globals;

    /**
     * @param globals the globals at the time a render starts
     */
    public Renderer(
            EngineSettings settings,
            Templates templates,
            Supplier<? extends Map<String, ? extends @Nullable Object>> globals) {
        this.settings = settings;
        this.kinds = new AsyncKinds(settings.adapters());
        this.templates = templates;
        this.globals = globals;
    }

    public EngineSettings settings() {
        return settings;
    }

    /** The chain a template's blocks are looked up in. */
    public Chain chain(CompiledTemplate template) {
        return Chain.of(template, templates, settings);
    }

    /** A template by the name that another one has for it. */
    public CompiledTemplate load(String name, @Nullable String caller) {
        return templates.load(TemplateNames.resolve(name, caller, settings.aliases()));
    }

    /** Renders to a string on this thread. */
    public String text(RenderRequest request) {
        Output out = outputs.chars(request.template().expectedSize());
        try {
            return text(request, out);
        } catch (RuntimeException | Error failure) {
            outputs.forget(out);
            throw failure;
        }
    }

    private String text(RenderRequest request, Output out) {
        RenderContext render = buffered(request, out);
        if (render == null) {
            String page = out.string();
            taken(request, out, page.length());
            return page;
        }
        try {
            String page = filled(render, out.string());
            taken(request, render, out, page.length());
            return page;
        } catch (RuntimeException | Error failure) {
            render.close(failure);
            throw failure;
        }
    }

    /** Runs to the end, with the output in memory; the render, if it is not over. */
    private @Nullable RenderContext buffered(RenderRequest request, Output out) {
        boolean straight = isStraight(request);
        if (straight && request.isPage()) {
            return page(request, out, true);
        }
        Run run = blocking(request, straight, false);
        try {
            run.render().deferStacks(out);
            drive(run, out);
        } catch (RuntimeException | Error failure) {
            run.render().close(failure);
            throw failure;
        }
        return run.render();
    }

    /** What a page comes to that nothing interrupts, without the objects that only other renders need. */
    private @Nullable RenderContext page(RenderRequest request, Output out, boolean inMemory) {
        PageRun page = new PageRun(request, settings, templates, globals.get(), out, inMemory);
        try {
            request.template().straight().page(page, out);
        } catch (RuntimeException | Error failure) {
            RenderContext render = page.left();
            if (render != null) {
                render.close(failure);
            }
            throw failure;
        }
        return page.left();
    }

    private static String filled(RenderContext render, String page) {
        if (!render.hasSlots()) {
            return page;
        }
        StringBuilder filled = new StringBuilder(page.length() + INITIAL);
        render.stacks().fill(new StackSlots.Sink() {
            @Override
            public void page(int from, int to) {
                filled.append(page, from, to < 0 ? page.length() : to);
            }

            @Override
            public void text(String text) {
                filled.append(text);
            }
        });
        return filled.toString();
    }

    /** Renders to UTF-8 on this thread. */
    public byte[] bytes(RenderRequest request) {
        Output out = outputs.utf8(request.template().expectedSize());
        try {
            return bytes(request, out);
        } catch (RuntimeException | Error failure) {
            outputs.forget(out);
            throw failure;
        }
    }

    private byte[] bytes(RenderRequest request, Output out) {
        RenderContext render = buffered(request, out);
        out.finish();
        if (render == null) {
            byte[] page = out.takeBytes();
            taken(request, out, page.length);
            return page;
        }
        try {
            byte[] page = filled(render, out.takeBytes());
            taken(request, render, out, page.length);
            return page;
        } catch (RuntimeException | Error failure) {
            render.close(failure);
            throw failure;
        }
    }

    private static byte[] filled(RenderContext render, byte[] page) {
        if (!render.hasSlots()) {
            return page;
        }
        ByteArrayOutputStream filled = new ByteArrayOutputStream(page.length + INITIAL);
        render.stacks().fill(new StackSlots.Sink() {
            @Override
            public void page(int from, int to) {
                filled.write(page, from, (to < 0 ? page.length : to) - from);
            }

            @Override
            public void text(String text) {
                filled.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            }
        });
        return filled.toByteArray();
    }

    /** A page was taken out of its output, which nobody uses any more. */
    private void taken(RenderRequest request, RenderContext render, Output out, int size) {
        Watching watching = render.watching();
        if (watching != null) {
            watching.output(size, true);
        }
        render.close(null);
        taken(request, out, size);
    }

    private void taken(RenderRequest request, Output out, int size) {
        request.template().wasSized(size);
        outputs.giveBack(out);
    }

    /**
     * Renders UTF-8 on this thread into a stream.
     *
     * @throws dev.kida.output.SinkException when the stream fails
     */
    public void to(RenderRequest request, OutputStream sink) {
        if (isFollowed(request)) {
            Metered meter = new Metered(sink);
            Output out = outputs.to(meter.bytes(sink), limit(request));
            drain(request, out, meter);
            outputs.giveBack(out);
        } else {
            Output out = outputs.to(sink, limit(request));
            write(request, out);
            outputs.giveBack(out);
        }
    }

    /**
     * Renders text on this thread into a sink.
     *
     * @throws dev.kida.output.SinkException when the sink fails
     */
    public void to(RenderRequest request, Appendable sink) {
        if (isFollowed(request)) {
            Metered meter = new Metered(sink);
            drain(request, Output.to(meter.characters(sink), limit(request)), meter);
        } else {
            write(request, Output.to(sink, limit(request)));
        }
    }

    /** Renders into a sink, of whose part nobody else has to know. */
    private void write(RenderRequest request, Output out) {
        boolean straight = isStraight(request);
        if (!straight || !request.isPage()) {
            finish(blocking(request, straight, true), out, out::finish);
            return;
        }
        RenderContext render = page(request, out, false);
        if (render == null) {
            out.finish();
        } else {
            finish(render, out);
        }
    }

    private static void finish(RenderContext render, Output out) {
        try {
            out.finish();
        } catch (RuntimeException | Error failure) {
            render.close(failure);
            throw failure;
        }
        render.close(null);
    }

    private void drain(RenderRequest request, Output out, Metered meter) {
        Run run = blocking(request, isStraight(request), true);
        StreamEnding ending = StreamEnding.of(run);
        meter.watching(run.render().watching());
        meter.ending(ending);
        try {
            finish(run, out, out::finish);
        } catch (TemplateException problem) {
            if (ending == null || !meter.hasBegun()) {
                throw problem;
            }
            Run rest = ending.after(problem, out);
            if (rest == null) {
                throw problem;
            }
            meter.watching(rest.render().watching());
            end(rest, ending, out);
        }
    }

    /** Runs to the end, and does what comes last. */
    private static void finish(Run run, Output out, Runnable last) {
        try {
            drive(run, out);
            last.run();
        } catch (Throwable failure) {
            run.render().close(failure);
            throw failure;
        }
        run.render().close(null);
    }

    /** Ends a page that has failed. */
    private static void end(Run rest, StreamEnding ending, Output out) {
        try {
            finish(rest, out, () -> {
                ending.finish(out);
                out.finish();
            });
        } catch (TemplateException problem) {
            throw Failures.sneaky(ending.first(problem));
        }
    }

    /** Whether somebody has to know what goes to the sink. */
    private boolean isFollowed(RenderRequest request) {
        return !settings.listeners().isEmpty() || StreamEnding.isWanted(request.options(), settings);
    }

    /** Whether nothing in a blocking render has to wait; fails when it would have to and must not. */
    private boolean isStraight(RenderRequest request) {
        boolean mayWait = request.options().blockOnAsync() != null;
        if (!mayWait) {
            Run.guard(request.template(), ASYNC_WAYS);
        }
        return !mayWait && !Run.meetsAsyncValues(request, settings, templates, kinds);
    }

    /**
     * @param streaming whether what is written leaves while the render goes on
     */
    private Run blocking(RenderRequest request, boolean straight, boolean streaming) {
        return straight
                ? Run.straight(request, settings, templates, globals.get())
                : resumable(request, streaming && request.options().blockOnAsync() != null);
    }

    /** Runs to the end. */
    private static void drive(Run run, Output out) {
        if (run.render().straight()) {
            run.execute(out);
        } else {
            new BlockingDriver(run, out).run();
        }
    }

    /** Renders on the calling thread as chunks are pulled. Nothing happens before the first pull. */
    public ChunkIterator iterator(RenderRequest request) {
        return new PullingIterator(
                () -> {
                    if (request.options().blockOnAsync() == null) {
                        Run.guard(request.template(), ASYNC_WAYS);
                    }
                    return resumable(request, false);
                },
                limit(request));
    }

    /** A run for a driver that waits only if the request says so. */
    private Run resumable(RenderRequest request, boolean streaming) {
        Run run = Run.resumable(request, settings, templates, globals.get(), streaming);
        if (request.options().blockOnAsync() == null) {
            run.render().refuseToWait();
        }
        return run;
    }

    /** A cold publisher of text chunks: one render for each subscriber. */
    public Publisher<String> strings(RenderRequest request) {
        return new StreamPublisher<>(
                () -> Run.resumable(request, settings, templates, globals.get(), true),
                new StepScopes(settings.steps(), request.options()),
                () -> Output.chars(INITIAL, limit(request)),
                StreamPublisher.STRINGS);
    }

    /** A cold publisher of UTF-8 chunks: one render for each subscriber. */
    public Publisher<Chunk> chunks(RenderRequest request) {
        return new StreamPublisher<>(
                () -> Run.resumable(request, settings, templates, globals.get(), true),
                new StepScopes(settings.steps(), request.options()),
                () -> Output.utf8(INITIAL, limit(request)),
                StreamPublisher.CHUNKS);
    }

    private int limit(RenderRequest request) {
        int own = request.options().chunkSize();
        return own > 0 ? own : settings.chunkSize();
    }
}
