/**
 * A small shop whose dashboard fills in while its data arrives: the application a newcomer runs.
 *
 * <p>Everything in this package but the two main classes is shared by the reactive and the servlet stack: controllers,
 * services and templates do not know which of the two serves them.
 */
@NullMarked
package dev.kida.sample;

import org.jspecify.annotations.NullMarked;
