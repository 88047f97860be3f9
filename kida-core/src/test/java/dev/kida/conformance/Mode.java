package dev.kida.conformance;

import dev.kida.Template;
import dev.kida.render.ChunkIterator;
import dev.kida.render.RenderOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The ways to render a template that cases name, and some more which have to give the same text. */
final class Mode {

    static final String RENDER = "render";
    static final String BYTES = "bytes";
    static final String WRITER = "writer";
    static final String STREAM = "stream";
    static final String ASYNC = "async";
    static final String STREAM_ASYNC = "stream_async";
    static final String CHUNKS = "chunks";

    static final String BLOCK = "block:";
    static final String BLOCK_STREAM_ASYNC = "block_stream_async:";

    private Mode() {}

    /** Renders a case once or as often as it says. */
    static Outcome run(ConformanceCase testCase, String mode, Variant variant) {
        try {
            Environment environment = new Environment(testCase, variant.chunkSize(), variant.eager());
            Outcome outcome = Outcome.crash("repeat is 0");
            for (int i = 0; i < testCase.repeat(); i++) {
                outcome = once(testCase, environment, mode, variant);
            }
            return outcome;
        } catch (Throwable e) { // whatever breaks, the next case runs
            return Outcome.failure(e);
        }
    }

    private static Outcome once(ConformanceCase testCase, Environment environment, String mode, Variant variant)
            throws Exception {
        Template template = environment.engine().getTemplate(testCase.entry());
        Map<String, Object> model = environment.model();
        RenderOptions options = environment.renderOptions();
        Waits waits = environment.waits();
        if (mode.startsWith(BLOCK)) {
            return Outcome.output(template.renderBlock(mode.substring(BLOCK.length()), model, options));
        }
        if (mode.startsWith(BLOCK_STREAM_ASYNC)) {
            String block = mode.substring(BLOCK_STREAM_ASYNC.length());
            return Collector.read(
                    template.renderBlockStreamAsync(block, model, options), waits, chunk -> chunk, variant.stepwise());
        }
        switch (mode) {
            case RENDER:
                return Outcome.output(template.render(model, options));
            case BYTES:
                return Outcome.output(utf8(template.renderBytes(model, options)));
            case WRITER:
                return written(template, model, options);
            case STREAM:
                return Outcome.output(joined(template.renderStream(model, options)));
            case ASYNC:
                return awaited(template.renderAsync(model, options), waits);
            case STREAM_ASYNC:
                return Collector.read(
                        template.renderStreamAsync(model, options), waits, chunk -> chunk, variant.stepwise());
            case CHUNKS:
                return Collector.read(
                        template.renderChunks(model, options), waits, chunk -> utf8(chunk.bytes()), variant.stepwise());
            case "with_blocks":
                return Outcome.output(template.renderWithBlocks(testCase.blocks(), model, options));
            default:
                return Outcome.crash("unknown mode " + mode);
        }
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Outcome written(Template template, Map<String, Object> model, RenderOptions options)
            throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        template.renderTo(model, bytes, options);
        return Outcome.output(bytes.toString(StandardCharsets.UTF_8));
    }

    private static String joined(ChunkIterator chunks) {
        StringBuilder page = new StringBuilder();
        try (chunks) {
            chunks.forEachRemaining(page::append);
        }
        return page.toString();
    }

    private static Outcome awaited(CompletionStage<String> stage, Waits waits) {
        Outcome[] outcome = {null};
        stage.whenComplete((page, failure) -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            outcome[0] = failure == null ? Outcome.output(page) : Outcome.failure(cause);
        });
        while (outcome[0] == null) {
            if (!waits.deliver(0)) {
                return Outcome.crash("the render stopped");
            }
        }
        return outcome[0];
    }
}
