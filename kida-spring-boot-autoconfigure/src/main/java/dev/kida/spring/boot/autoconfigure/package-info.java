/** Auto-configuration of Kida for Spring Boot, for both web stacks and for none. */
@NullMarked
package dev.kida.spring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
