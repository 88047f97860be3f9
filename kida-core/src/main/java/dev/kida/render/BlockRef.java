package dev.kida.render;

import org.jspecify.annotations.Nullable;

/**
 * A definition of a block.
 *
 * @param template where it is written
 * @param unit its body
 * @param place for an override in an {@code embed}: the activation that contains the embed; null otherwise
 * @param locals for such an override: the lexical variables of that place
 */
@SuppressWarnings("ArrayRecordComponent") // internal carrier, never compared
record BlockRef(
        CompiledTemplate template,
        int unit,
        @Nullable Activation place,
        @Nullable Object @Nullable [] locals) {}
