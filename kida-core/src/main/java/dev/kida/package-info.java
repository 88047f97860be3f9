/** The public door of the engine: configure a {@link dev.kida.KidaEngine}, get a {@link dev.kida.Template}, render it. */
@NullMarked
package dev.kida;

import org.jspecify.annotations.NullMarked;
