/** Who is looking at the page: {@code has_role()}, {@code has_authority()}, {@code principal()}, over Spring Security. */
@NullMarked
package dev.kida.spring.security;

import org.jspecify.annotations.NullMarked;
