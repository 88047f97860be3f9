package dev.kida.render;

import dev.kida.output.Output;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The renders of one engine, in every form of result. Thread-safe. */
public final class Renderer {

    private static final String ASYNC_WAYS = "renderStreamAsync(), renderChunks() or renderAsync()";
    private static final int INITIAL = 4096;

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

    /** Renders to a string on this thread. */
    public String text(RenderRequest request) {
        Output out = Output.chars(INITIAL);
        RenderContext render = buffered(request, out);
        StackSlots slots = render.slots();
        String page = out.string();
        if (slots.isEmpty()) {
            return page;
        }
        StringBuilder filled = new StringBuilder(page.length() + INITIAL);
        slots.fill(render, new StackSlots.Sink() {
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
        Output out = Output.utf8(INITIAL);
        RenderContext render = buffered(request, out);
        StackSlots slots = render.slots();
        byte[] page = out.takeBytes();
        if (slots.isEmpty()) {
            return page;
        }
        java.io.ByteArrayOutputStream filled = new java.io.ByteArrayOutputStream(page.length + INITIAL);
        slots.fill(render, new StackSlots.Sink() {
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

    private RenderContext buffered(RenderRequest request, Output out) {
        Run run = blocking(request);
        run.render().slots().defer(out);
        finish(run, out);
        return run.render();
    }

    /** Renders on this thread into an output that drains itself. */
    public void to(RenderRequest request, Output out) {
        finish(blocking(request), out);
        out.finish();
    }

    private Run blocking(RenderRequest request) {
        boolean mayWait = request.options().blockOnAsync() != null;
        if (!mayWait) {
            Run.guard(request.template(), ASYNC_WAYS);
        }
        return mayWait || Run.meetsAsyncValues(request, settings, templates)
                ? resumable(request)
                : Run.straight(request, settings, templates, globals.get());
    }

    private static void finish(Run run, Output out) {
        try {
            if (run.render().straight()) {
                run.execute(out);
            } else {
                new BlockingDriver(run, out).run();
            }
        } finally {
            run.render().close();
        }
    }

    /** Renders on the calling thread as chunks are pulled. Nothing happens before the first pull. */
    public ChunkIterator iterator(RenderRequest request) {
        return new PullingIterator(
                () -> {
                    if (request.options().blockOnAsync() == null) {
                        Run.guard(request.template(), ASYNC_WAYS);
                    }
                    return resumable(request);
                },
                limit(request));
    }

    /** A run for a driver that waits only if the request says so. */
    private Run resumable(RenderRequest request) {
        Run run = Run.resumable(request, settings, templates, globals.get());
        if (request.options().blockOnAsync() == null) {
            run.render().refuseToWait();
        }
        return run;
    }

    /** A cold publisher of text chunks: one render for each subscriber. */
    public Publisher<String> strings(RenderRequest request) {
        return new StreamPublisher<>(
                () -> Run.resumable(request, settings, templates, globals.get()),
                () -> Output.chars(INITIAL, limit(request)),
                StreamPublisher.STRINGS);
    }

    /** A cold publisher of UTF-8 chunks: one render for each subscriber. */
    public Publisher<Chunk> chunks(RenderRequest request) {
        return new StreamPublisher<>(
                () -> Run.resumable(request, settings, templates, globals.get()),
                () -> Output.utf8(INITIAL, limit(request)),
                StreamPublisher.CHUNKS);
    }

    private int limit(RenderRequest request) {
        int own = request.options().chunkSize();
        return own > 0 ? own : settings.chunkSize();
    }
}
