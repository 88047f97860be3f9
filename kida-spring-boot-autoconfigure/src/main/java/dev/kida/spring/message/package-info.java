/** Messages of the application in templates: {@code message()}, and the translations of {@code _}, {@code _n} and {@code trans}. */
@NullMarked
package dev.kida.spring.message;

import org.jspecify.annotations.NullMarked;
