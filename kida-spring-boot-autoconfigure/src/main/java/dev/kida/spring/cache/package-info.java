/** Fragments of pages in the caches of the application. */
@NullMarked
package dev.kida.spring.cache;

import org.jspecify.annotations.NullMarked;
