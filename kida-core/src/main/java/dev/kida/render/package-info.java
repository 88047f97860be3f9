/**
 * Runs compiled templates: the names and scopes of a render, the straight renderer, the streaming renderer and the
 * sources it waits for.
 *
 * <p>Public API are {@link dev.kida.render.RenderOptions}, {@link dev.kida.render.RenderState}, {@link
 * dev.kida.render.AsyncAdapter}, {@link dev.kida.render.Chunk}, {@link dev.kida.render.ChunkIterator}, {@link
 * dev.kida.render.FragmentCache} and {@link dev.kida.render.Translations}. Everything else is internal: it is public only
 * because generated classes, which live in class loaders of their own, call it.
 */
@NullMarked
package dev.kida.render;

import org.jspecify.annotations.NullMarked;
