/** Renders as Micrometer sees them: an observation for each, one for each thing it waits for, and meters. */
@NullMarked
package dev.kida.spring.observation;

import org.jspecify.annotations.NullMarked;
