package dev.kida;

import dev.kida.error.TemplateWarning;
import dev.kida.render.Chunk;
import dev.kida.render.ChunkIterator;
import dev.kida.render.Dependencies;
import dev.kida.render.RenderOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * A compiled template. Immutable and thread-safe: it can be rendered any number of times at once.
 *
 * <p>The model given to a render is only read, and must not change while the render runs. Values may be null. In the
 * streaming forms it may hold asynchronous values (spec 06); blocking forms refuse those that are not complete with
 * K-RUN-007, unless {@link RenderOptions#withBlockOnAsync} allows to wait.
 *
 * <p>All forms fail with a {@link dev.kida.error.TemplateException} that names template, line and cause.
 */
public interface Template {

    /** The name it was loaded by, or null for an inline template without one. */
    @Nullable
    String name();

    /** Whether its own text contains {@code await} or {@code async for} (spec 06 §11). */
    boolean isAsync();

    /** Names of its blocks, fragments and regions, own ones first, then those of literal parents. */
    List<String> listBlocks();

    /** Whether {@link #listBlocks()} has a block of this name. */
    default boolean hasBlock(String block) {
        return listBlocks().contains(block);
    }

    /** What is probably not meant; it compiled nevertheless. */
    List<TemplateWarning> warnings();

    /** Names of its components in source order, without those declared inside other components. */
    List<String> listDefs();

    /** Its components by name, in source order: parameters, slots, and what they read besides them. */
    Map<String, DefMetadata> defMetadata();

    /** The templates it names by literals. */
    Dependencies dependencies();

    /**
     * The dotted paths of the context that its own text can read, such as {@code user.name}; conservative. Globals and
     * components are not among them.
     */
    Set<String> dependsOn();

    /** The names that {@link #dependsOn() its paths} start with. */
    Set<String> requiredContext();

    /** What it, and every template that it names, can read by name; computed when called. */
    TemplateReads reads();

    /**
     * Generates the code now that streamed renders of this template run, and of every template that it names. They generate
     * it otherwise when they get there, and wait for each other when they do so at the same time; for a thread that must
     * not wait, such as an event loop, another one prepares. What cannot be compiled is reported by the render.
     */
    void prepareStreams();

    /** The required names that are neither in the model nor globals, sorted. */
    List<String> validateContext(Map<String, ?> model);

    /** Renders to a string on the calling thread. */
    default String render(Map<String, ?> model) {
        return render(model, RenderOptions.defaults());
    }

    /** Renders to a string on the calling thread. */
    String render(Map<String, ?> model, RenderOptions options);

    /**
     * Renders to a string on the calling thread, with the properties of an object as the names of the model.
     *
     * @throws IllegalArgumentException for a value that has no properties: a number, a text, a collection
     */
    default String render(Object bean) {
        return render(BeanModel.of(bean));
    }

    /**
     * Renders to a string on the calling thread, with names and values that follow each other.
     *
     * @throws IllegalArgumentException when a value lacks, or a name is not a string
     */
    default String render(String name, @Nullable Object value, @Nullable Object... more) {
        return render(BeanModel.of(name, value, more));
    }

    /** The template with a model, to be rendered when it is asked for and as often as it is asked for. */
    default Rendered prepare(Map<String, ?> model) {
        return prepare(model, RenderOptions.defaults());
    }

    /** As {@link #prepare(Map)}, with options. */
    default Rendered prepare(Map<String, ?> model, RenderOptions options) {
        return new Rendered(this, model, options);
    }

    /** Renders to UTF-8 on the calling thread. */
    default byte[] renderBytes(Map<String, ?> model) {
        return renderBytes(model, RenderOptions.defaults());
    }

    /** Renders to UTF-8 on the calling thread. */
    byte[] renderBytes(Map<String, ?> model, RenderOptions options);

    /** Renders on the calling thread and appends piece by piece. */
    default void renderTo(Map<String, ?> model, Appendable out) throws IOException {
        renderTo(model, out, RenderOptions.defaults());
    }

    /**
     * Renders on the calling thread and appends piece by piece.
     *
     * @throws IOException when the target fails; the render ends there
     */
    void renderTo(Map<String, ?> model, Appendable out, RenderOptions options) throws IOException;

    /** Renders on the calling thread and writes UTF-8 piece by piece. */
    default void renderTo(Map<String, ?> model, OutputStream out) throws IOException {
        renderTo(model, out, RenderOptions.defaults());
    }

    /**
     * Renders on the calling thread and writes UTF-8 piece by piece; the stream is flushed at {@code {% flush %}} and
     * before every wait, and left open.
     *
     * @throws IOException when the stream fails; the render ends there and its sources are cancelled
     */
    void renderTo(Map<String, ?> model, OutputStream out, RenderOptions options) throws IOException;

    /** Renders on the calling thread as chunks are pulled; nothing happens before the first pull. */
    default ChunkIterator renderStream(Map<String, ?> model) {
        return renderStream(model, RenderOptions.defaults());
    }

    /** Renders on the calling thread as chunks are pulled; nothing happens before the first pull. */
    ChunkIterator renderStream(Map<String, ?> model, RenderOptions options);

    /**
     * Renders without blocking and collects the result. Cancelling the future cancels the render, and so does whatever else
     * completes it before the page is there, such as a timeout.
     */
    default CompletionStage<String> renderAsync(Map<String, ?> model) {
        return renderAsync(model, RenderOptions.defaults());
    }

    /**
     * Renders without blocking and collects the result. Cancelling the future cancels the render, and so does whatever else
     * completes it before the page is there, such as a timeout.
     */
    CompletionStage<String> renderAsync(Map<String, ?> model, RenderOptions options);

    /**
     * Renders as a cold publisher: every subscriber gets a render of its own. One requested item is one chunk; without
     * demand nothing advances; cancelling cancels every source. The render continues on the thread that completes the
     * value it waits for, and never blocks one.
     */
    default Publisher<String> renderStreamAsync(Map<String, ?> model) {
        return renderStreamAsync(model, RenderOptions.defaults());
    }

    /** As {@link #renderStreamAsync(Map)}, with options. */
    Publisher<String> renderStreamAsync(Map<String, ?> model, RenderOptions options);

    /** As {@link #renderStreamAsync(Map)}, in UTF-8. */
    default Publisher<Chunk> renderChunks(Map<String, ?> model) {
        return renderChunks(model, RenderOptions.defaults());
    }

    /** As {@link #renderStreamAsync(Map)}, in UTF-8. */
    Publisher<Chunk> renderChunks(Map<String, ?> model, RenderOptions options);

    /** Renders one block, fragment or region, own or of a literal parent (spec 06 §5). */
    default String renderBlock(String block, Map<String, ?> model) {
        return renderBlock(block, model, RenderOptions.defaults());
    }

    /** Renders one block; an unknown one is K-RUN-007, listing those there are. */
    String renderBlock(String block, Map<String, ?> model, RenderOptions options);

    /** Renders one block on the calling thread as chunks are pulled. */
    ChunkIterator renderBlockStream(String block, Map<String, ?> model, RenderOptions options);

    /** Renders one block on the calling thread and writes UTF-8 piece by piece. */
    void renderBlockTo(String block, Map<String, ?> model, OutputStream out, RenderOptions options) throws IOException;

    /** Renders one block as a cold publisher. */
    default Publisher<String> renderBlockStreamAsync(String block, Map<String, ?> model) {
        return renderBlockStreamAsync(block, model, RenderOptions.defaults());
    }

    /** Renders one block as a cold publisher. */
    Publisher<String> renderBlockStreamAsync(String block, Map<String, ?> model, RenderOptions options);

    /** Renders one block as a cold publisher of UTF-8. */
    Publisher<Chunk> renderBlockChunks(String block, Map<String, ?> model, RenderOptions options);

    /**
     * Renders some blocks one after the other, such as the part of a page that changed and what goes elsewhere with it.
     * They share one render: what precedes blocks runs once, and a source that several of them use is asked once.
     *
     * @param blocks at least one; an unknown one is K-RUN-007, listing those there are
     */
    String renderBlocks(List<String> blocks, Map<String, ?> model, RenderOptions options);

    /** Renders some blocks on the calling thread and writes UTF-8 piece by piece; see {@link #renderBlocks}. */
    void renderBlocksTo(List<String> blocks, Map<String, ?> model, OutputStream out, RenderOptions options)
            throws IOException;

    /** Renders some blocks as a cold publisher of UTF-8; see {@link #renderBlocks}. */
    Publisher<Chunk> renderBlocksChunks(List<String> blocks, Map<String, ?> model, RenderOptions options);

    /** Renders the page with some blocks replaced by ready, trusted HTML (spec 06 §6). */
    default String renderWithBlocks(Map<String, ?> blocks, Map<String, ?> model) {
        return renderWithBlocks(blocks, model, RenderOptions.defaults());
    }

    /** Renders the page with some blocks replaced by ready, trusted HTML; unknown names are K-RUN-007. */
    String renderWithBlocks(Map<String, ?> blocks, Map<String, ?> model, RenderOptions options);
}
