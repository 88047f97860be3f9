package dev.kida.render;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one render does differently from the engine's configuration. Immutable: each {@code with…} method returns a new
 * object.
 *
 * @param metadata facts about the request that functions read ({@code csp_nonce}, {@code csrf_token}, {@code hx_request}…);
 *     untrusted strings are escaped when printed
 * @param attributes objects for adapters, never visible to templates
 * @param cachedBlocks block name to ready HTML: such a block is not executed, its text is used as it is
 * @param chunkSize size in characters or bytes at which a chunk is handed on; 0 for the engine's
 * @param autoAwait whether names of the model are awaited without {@code await}; null for the engine's setting
 * @param blockOnAsync how long a blocking render may wait for one value; null: it must not wait
 * @param asyncTimeout the bound of one wait in a stream; null for the engine's
 * @param deadline the bound of the whole render, from its start; null for none
 * @param locale null for the engine's
 * @param zone null for the engine's
 * @param outOfOrder whether a streamed page may send deferred sections when they are ready; null for the engine's setting
 * @param maxSections how many deferred sections are rendered at a time; 0 for the engine's setting
 * @param onStreamError {@link #ABORT}, or the block that ends a page which fails after part of it was sent; null for the
 *     engine's setting
 */
public record RenderOptions(
        Map<String, @Nullable Object> metadata,
        Map<Object, Object> attributes,
        Map<String, Object> cachedBlocks,
        int chunkSize,
        @Nullable Boolean autoAwait,
        @Nullable Duration blockOnAsync,
        @Nullable Duration asyncTimeout,
        @Nullable Duration deadline,
        @Nullable Locale locale,
        @Nullable ZoneId zone,
        @Nullable OutOfOrder outOfOrder,
        int maxSections,
        @Nullable String onStreamError) {

    /** A page that fails after part of it was sent ends with the failure, and the connection with it. */
    public static final String ABORT = "abort";

    private static final RenderOptions DEFAULTS =
            new RenderOptions(Map.of(), Map.of(), Map.of(), 0, null, null, null, null, null, null, null, 0, null);

    /** Everything as the engine is configured. */
    public static RenderOptions defaults() {
        return DEFAULTS;
    }

    /** Adds one piece of metadata. */
    public RenderOptions withMetadata(String key, @Nullable Object value) {
        Map<String, @Nullable Object> more = new HashMap<>();
        more.put(key, value);
        return withMetadata(more);
    }

    /** Adds pieces of metadata. */
    public RenderOptions withMetadata(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> copy = new HashMap<>(metadata);
        copy.putAll(values);
        return with(draft -> draft.metadata = copy);
    }

    /** Adds an attribute for adapters and functions of the host. */
    public RenderOptions withAttribute(Object key, Object value) {
        Map<Object, Object> copy = new HashMap<>(attributes);
        copy.put(key, value);
        return with(draft -> draft.attributes = copy);
    }

    /**
     * Gives ready HTML for blocks; replaces what was given before.
     *
     * @throws IllegalArgumentException when there is null for a block
     */
    public RenderOptions withCachedBlocks(Map<String, ?> blocks) {
        blocks.forEach((block, html) -> {
            if (html == null) {
                throw new IllegalArgumentException("there is no HTML for the cached block '" + block + "', but null");
            }
        });
        return with(draft -> draft.cachedBlocks = Map.copyOf(blocks));
    }

    /**
     * Sets the size at which a chunk is handed on.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public RenderOptions withChunkSize(int size) {
        if (size <= 0) {
            throw new IllegalArgumentException("chunk size must be positive: " + size);
        }
        return with(draft -> draft.chunkSize = size);
    }

    /** Switches implicit await on or off. */
    public RenderOptions withAutoAwait(boolean on) {
        return with(draft -> draft.autoAwait = on);
    }

    /** Lets a blocking render wait for asynchronous values, each at most this long. */
    public RenderOptions withBlockOnAsync(Duration timeout) {
        return with(draft -> draft.blockOnAsync = timeout);
    }

    /** Bounds each wait of a stream; K-ASY-001 when it is over. */
    public RenderOptions withAsyncTimeout(Duration timeout) {
        return with(draft -> draft.asyncTimeout = timeout);
    }

    /** Bounds the whole render. */
    public RenderOptions withDeadline(Duration bound) {
        return with(draft -> draft.deadline = bound);
    }

    /** Sets the locale of filters and translations. */
    public RenderOptions withLocale(Locale value) {
        return with(draft -> draft.locale = value);
    }

    /** Sets the time zone of dates. */
    public RenderOptions withZone(ZoneId value) {
        return with(draft -> draft.zone = value);
    }

    /** Lets a streamed page send deferred sections when they are ready, or keeps them in their places. */
    public RenderOptions withOutOfOrder(OutOfOrder value) {
        return with(draft -> draft.outOfOrder = value);
    }

    /**
     * Sets how many deferred sections are rendered at a time.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public RenderOptions withMaxSections(int sections) {
        if (sections <= 0) {
            throw new IllegalArgumentException("the number of sections must be positive: " + sections);
        }
        return with(draft -> draft.maxSections = sections);
    }

    /**
     * Says what becomes of a page that fails after part of it was sent.
     *
     * @param blockOrAbort the block of the page that is appended, after which the page ends like any other; or
     *     {@link #ABORT}
     */
    public RenderOptions withOnStreamError(String blockOrAbort) {
        return with(draft -> draft.onStreamError = blockOrAbort);
    }

    private RenderOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /** A copy on its way to becoming other options. */
    private static final class Draft {
        private Map<String, @Nullable Object> metadata;
        private Map<Object, Object> attributes;
        private Map<String, Object> cachedBlocks;
        private int chunkSize;
        private @Nullable Boolean autoAwait;
        private @Nullable Duration blockOnAsync;
        private @Nullable Duration asyncTimeout;
        private @Nullable Duration deadline;
        private @Nullable Locale locale;
        private @Nullable ZoneId zone;
        private @Nullable OutOfOrder outOfOrder;
        private int maxSections;
        private @Nullable String onStreamError;

        Draft(RenderOptions from) {
            metadata = from.metadata;
            attributes = from.attributes;
            cachedBlocks = from.cachedBlocks;
            chunkSize = from.chunkSize;
            autoAwait = from.autoAwait;
            blockOnAsync = from.blockOnAsync;
            asyncTimeout = from.asyncTimeout;
            deadline = from.deadline;
            locale = from.locale;
            zone = from.zone;
            outOfOrder = from.outOfOrder;
            maxSections = from.maxSections;
            onStreamError = from.onStreamError;
        }

        RenderOptions options() {
            return new RenderOptions(
                    metadata,
                    attributes,
                    cachedBlocks,
                    chunkSize,
                    autoAwait,
                    blockOnAsync,
                    asyncTimeout,
                    deadline,
                    locale,
                    zone,
                    outOfOrder,
                    maxSections,
                    onStreamError);
        }
    }
}
