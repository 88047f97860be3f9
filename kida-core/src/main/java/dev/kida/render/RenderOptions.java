package dev.kida.render;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
        @Nullable ZoneId zone) {

    private static final RenderOptions DEFAULTS =
            new RenderOptions(Map.of(), Map.of(), Map.of(), 0, null, null, null, null, null, null);

    /** Everything as the engine is configured. */
    public static RenderOptions defaults() {
        return DEFAULTS;
    }

    /** Adds one piece of metadata. */
    public RenderOptions withMetadata(String key, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new HashMap<>(metadata);
        copy.put(key, value);
        return new RenderOptions(
                copy,
                attributes,
                cachedBlocks,
                chunkSize,
                autoAwait,
                blockOnAsync,
                asyncTimeout,
                deadline,
                locale,
                zone);
    }

    /** Adds pieces of metadata. */
    public RenderOptions withMetadata(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> copy = new HashMap<>(metadata);
        copy.putAll(values);
        return new RenderOptions(
                copy,
                attributes,
                cachedBlocks,
                chunkSize,
                autoAwait,
                blockOnAsync,
                asyncTimeout,
                deadline,
                locale,
                zone);
    }

    /** Adds an attribute for adapters and functions of the host. */
    public RenderOptions withAttribute(Object key, Object value) {
        Map<Object, Object> copy = new HashMap<>(attributes);
        copy.put(key, value);
        return new RenderOptions(
                metadata, copy, cachedBlocks, chunkSize, autoAwait, blockOnAsync, asyncTimeout, deadline, locale, zone);
    }

    /** Gives ready HTML for blocks; replaces what was given before. */
    public RenderOptions withCachedBlocks(Map<String, ?> blocks) {
        return new RenderOptions(
                metadata,
                attributes,
                Map.copyOf(blocks),
                chunkSize,
                autoAwait,
                blockOnAsync,
                asyncTimeout,
                deadline,
                locale,
                zone);
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
        return new RenderOptions(
                metadata,
                attributes,
                cachedBlocks,
                size,
                autoAwait,
                blockOnAsync,
                asyncTimeout,
                deadline,
                locale,
                zone);
    }

    /** Switches implicit await on or off. */
    public RenderOptions withAutoAwait(boolean on) {
        return new RenderOptions(
                metadata, attributes, cachedBlocks, chunkSize, on, blockOnAsync, asyncTimeout, deadline, locale, zone);
    }

    /** Lets a blocking render wait for asynchronous values, each at most this long. */
    public RenderOptions withBlockOnAsync(Duration timeout) {
        return new RenderOptions(
                metadata,
                attributes,
                cachedBlocks,
                chunkSize,
                autoAwait,
                timeout,
                asyncTimeout,
                deadline,
                locale,
                zone);
    }

    /** Bounds each wait of a stream; K-ASY-001 when it is over. */
    public RenderOptions withAsyncTimeout(Duration timeout) {
        return new RenderOptions(
                metadata,
                attributes,
                cachedBlocks,
                chunkSize,
                autoAwait,
                blockOnAsync,
                timeout,
                deadline,
                locale,
                zone);
    }

    /** Bounds the whole render. */
    public RenderOptions withDeadline(Duration bound) {
        return new RenderOptions(
                metadata,
                attributes,
                cachedBlocks,
                chunkSize,
                autoAwait,
                blockOnAsync,
                asyncTimeout,
                bound,
                locale,
                zone);
    }

    /** Sets the locale of filters and translations. */
    public RenderOptions withLocale(Locale value) {
        return new RenderOptions(
                metadata,
                attributes,
                cachedBlocks,
                chunkSize,
                autoAwait,
                blockOnAsync,
                asyncTimeout,
                deadline,
                value,
                zone);
    }

    /** Sets the time zone of dates. */
    public RenderOptions withZone(ZoneId value) {
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
                value);
    }
}
