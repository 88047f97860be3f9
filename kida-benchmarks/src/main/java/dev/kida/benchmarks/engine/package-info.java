/** The engines that are compared, each in its fastest documented configuration. */
@NullMarked
package dev.kida.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
