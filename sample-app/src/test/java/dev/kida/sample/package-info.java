/** The shop as its visitors meet it: over real ports, on both stacks, and in a real browser. */
@NullMarked
package dev.kida.sample;

import org.jspecify.annotations.NullMarked;
