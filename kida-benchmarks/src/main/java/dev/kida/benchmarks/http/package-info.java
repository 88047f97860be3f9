/** Pages over HTTP: Spring Boot servers with one contender each, and the load that is put on them. */
@NullMarked
package dev.kida.benchmarks.http;

import org.jspecify.annotations.NullMarked;
