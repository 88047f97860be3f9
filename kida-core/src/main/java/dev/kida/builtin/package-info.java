/**
 * The filters, tests and global functions that every template may use.
 *
 * <p>{@link dev.kida.builtin.Builtins} is the entry point; {@link dev.kida.builtin.JsonEncoder} lets a host decide how its
 * own objects become JSON.
 */
@NullMarked
package dev.kida.builtin;

import org.jspecify.annotations.NullMarked;
