/**
 * Kida views for Spring WebFlux. They translate: view names to templates, the exchange to render options, chunks to data
 * buffers.
 */
@NullMarked
package dev.kida.spring.webflux;

import org.jspecify.annotations.NullMarked;
