/** Emits JVM bytecode for templates, in the straight and in the resumable shape. Internal. */
@NullMarked
package dev.kida.compile;

import org.jspecify.annotations.NullMarked;
