/** What the pages show: records, the same for every engine. */
@NullMarked
package dev.kida.benchmarks.model;

import org.jspecify.annotations.NullMarked;
