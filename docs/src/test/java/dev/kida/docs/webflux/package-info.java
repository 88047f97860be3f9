/** The application of getting-started-webflux.md. */
@NullMarked
package dev.kida.docs.webflux;

import org.jspecify.annotations.NullMarked;
