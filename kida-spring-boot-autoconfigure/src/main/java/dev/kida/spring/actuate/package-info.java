/** The actuator's view of the engine. */
@NullMarked
package dev.kida.spring.actuate;

import org.jspecify.annotations.NullMarked;
