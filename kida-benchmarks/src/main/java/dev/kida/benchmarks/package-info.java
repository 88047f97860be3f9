/** JMH benchmarks of Kida and its peers. */
@NullMarked
package dev.kida.benchmarks;

import org.jspecify.annotations.NullMarked;
