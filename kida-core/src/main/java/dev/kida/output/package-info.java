/**
 * Where rendered text goes: one {@link dev.kida.output.Output} for text, one for UTF-8 bytes, both of them with HTML
 * escaping built into the write.
 *
 * <p>Internal to the engine: no compatibility is promised for this package.
 */
@NullMarked
package dev.kida.output;

import org.jspecify.annotations.NullMarked;
