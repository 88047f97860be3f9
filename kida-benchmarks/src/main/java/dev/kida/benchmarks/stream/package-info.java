/** JMH benchmarks of streamed pages. */
@NullMarked
package dev.kida.benchmarks.stream;

import org.jspecify.annotations.NullMarked;
