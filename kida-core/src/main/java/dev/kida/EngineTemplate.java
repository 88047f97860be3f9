package dev.kida;

import dev.kida.error.TemplateException;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.error.TemplateWarning;
import dev.kida.output.SinkException;
import dev.kida.render.Chunk;
import dev.kida.render.ChunkIterator;
import dev.kida.render.CompiledTemplate;
import dev.kida.render.Dependencies;
import dev.kida.render.OutOfOrder;
import dev.kida.render.RenderOptions;
import dev.kida.render.RenderRequest;
import dev.kida.render.Renderer;
import dev.kida.value.SafeHtml;
import dev.kida.value.TypeNames;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** A template of an engine. */
final class EngineTemplate implements Template {

    private final CompiledTemplate compiled;
    private final Renderer renderer;
    private final Set<String> globals;

    EngineTemplate(CompiledTemplate compiled, Renderer renderer, Set<String> globals) {
        this.compiled = compiled;
        this.renderer = renderer;
        this.globals = globals;
    }

    @Override
    public @Nullable String name() {
        return compiled.name();
    }

    @Override
    public boolean isAsync() {
        return compiled.async();
    }

    @Override
    public List<String> listBlocks() {
        return List.copyOf(renderer.chain(compiled).blockNames());
    }

    @Override
    public List<TemplateWarning> warnings() {
        return compiled.facts().warnings();
    }

    @Override
    public List<String> listDefs() {
        return List.copyOf(defMetadata().keySet());
    }

    @Override
    public Map<String, DefMetadata> defMetadata() {
        return introspection().defs();
    }

    @Override
    public Dependencies dependencies() {
        return compiled.facts().dependencies();
    }

    @Override
    public Set<String> dependsOn() {
        return introspection().paths();
    }

    @Override
    public Set<String> requiredContext() {
        return introspection().names();
    }

    @Override
    public TemplateReads reads() {
        return ReadsCollector.collect(compiled, renderer);
    }

    @Override
    public void prepareStreams() {
        for (CompiledTemplate each : ReadsCollector.reached(compiled, renderer)) {
            try {
                each.emitResumable();
            } catch (TemplateException notNow) {
                // reported, with its place, if a render gets there
            }
        }
    }

    @Override
    public List<String> validateContext(Map<String, ?> model) {
        return requiredContext().stream()
                .filter(name -> !model.containsKey(name))
                .toList();
    }

    TemplateStructure structure(String name) {
        return TemplateStructure.of(name, renderer.chain(compiled).templates(), dependsOn());
    }

    private Introspection introspection() {
        return new Introspection(compiled.name(), compiled.facts().tree(), globals);
    }

    // ---- pages -----------------------------------------------------------------------------------------------------

    private RenderRequest page(Map<String, ?> model, RenderOptions options) {
        return new RenderRequest(compiled, List.of(), false, model, options);
    }

    @Override
    public String render(Map<String, ?> model, RenderOptions options) {
        return renderer.text(page(model, options));
    }

    @Override
    public byte[] renderBytes(Map<String, ?> model, RenderOptions options) {
        return renderer.bytes(page(model, options));
    }

    @Override
    public void renderTo(Map<String, ?> model, Appendable out, RenderOptions options) throws IOException {
        drain(() -> renderer.to(page(model, options), out));
    }

    @Override
    public void renderTo(Map<String, ?> model, OutputStream out, RenderOptions options) throws IOException {
        drain(() -> renderer.to(page(model, options), out));
    }

    @Override
    public ChunkIterator renderStream(Map<String, ?> model, RenderOptions options) {
        return renderer.iterator(page(model, options));
    }

    @Override
    public CompletionStage<String> renderAsync(Map<String, ?> model, RenderOptions options) {
        return Collector.collect(renderStreamAsync(model, options.withOutOfOrder(OutOfOrder.NEVER)));
    }

    @Override
    public Publisher<String> renderStreamAsync(Map<String, ?> model, RenderOptions options) {
        return renderer.strings(page(model, options));
    }

    @Override
    public Publisher<Chunk> renderChunks(Map<String, ?> model, RenderOptions options) {
        return renderer.chunks(page(model, options));
    }

    // ---- blocks ----------------------------------------------------------------------------------------------------

    private RenderRequest block(String block, Map<String, ?> model, RenderOptions options) {
        return new RenderRequest(compiled, List.of(block), true, model, options);
    }

    @Override
    public String renderBlock(String block, Map<String, ?> model, RenderOptions options) {
        return renderer.text(block(block, model, options));
    }

    @Override
    public ChunkIterator renderBlockStream(String block, Map<String, ?> model, RenderOptions options) {
        return renderer.iterator(block(block, model, options));
    }

    @Override
    public void renderBlockTo(String block, Map<String, ?> model, OutputStream out, RenderOptions options)
            throws IOException {
        drain(() -> renderer.to(block(block, model, options), out));
    }

    @Override
    public Publisher<String> renderBlockStreamAsync(String block, Map<String, ?> model, RenderOptions options) {
        return renderer.strings(block(block, model, options));
    }

    @Override
    public Publisher<Chunk> renderBlockChunks(String block, Map<String, ?> model, RenderOptions options) {
        return renderer.chunks(block(block, model, options));
    }

    private RenderRequest blocks(List<String> blocks, Map<String, ?> model, RenderOptions options) {
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("no blocks to render");
        }
        return new RenderRequest(compiled, List.copyOf(blocks), true, model, options);
    }

    @Override
    public String renderBlocks(List<String> blocks, Map<String, ?> model, RenderOptions options) {
        return renderer.text(blocks(blocks, model, options));
    }

    @Override
    public void renderBlocksTo(List<String> blocks, Map<String, ?> model, OutputStream out, RenderOptions options)
            throws IOException {
        drain(() -> renderer.to(blocks(blocks, model, options), out));
    }

    @Override
    public Publisher<Chunk> renderBlocksChunks(List<String> blocks, Map<String, ?> model, RenderOptions options) {
        return renderer.chunks(blocks(blocks, model, options));
    }

    @Override
    public String renderWithBlocks(Map<String, ?> blocks, Map<String, ?> model, RenderOptions options) {
        renderer.chain(compiled).require(blocks.keySet());
        blocks.forEach((name, html) -> {
            if (!(html instanceof CharSequence || html instanceof SafeHtml)) {
                throw TemplateRuntimeException.type(
                        "Block '" + name + "' must be replaced by HTML, not " + TypeNames.of(html));
            }
        });
        Map<String, Object> ready = new HashMap<>(options.cachedBlocks());
        ready.putAll(blocks);
        return renderer.text(new RenderRequest(compiled, List.of(), true, model, options.withCachedBlocks(ready)));
    }

    // ---- helpers ---------------------------------------------------------------------------------------------------

    private static void drain(Runnable render) throws IOException {
        try {
            render.run();
        } catch (SinkException failed) {
            throw failed.getCause();
        }
    }
}
