/**
 * What can go wrong: error codes, the exceptions that carry them, and the diagnostics that describe them as data.
 *
 * <p>Public API.
 */
@NullMarked
package dev.kida.error;

import org.jspecify.annotations.NullMarked;
