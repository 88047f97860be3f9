/** Filters, tests and globals written as methods and beans of an application. */
@NullMarked
package dev.kida.spring.function;

import org.jspecify.annotations.NullMarked;
