/**
 * Kida views for Spring MVC. They translate: view names to templates, the request to render options, chunks to the output
 * stream of the response.
 */
@NullMarked
package dev.kida.spring.webmvc;

import org.jspecify.annotations.NullMarked;
