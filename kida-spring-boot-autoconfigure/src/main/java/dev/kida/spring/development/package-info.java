/** What a developer sees in the browser when a template fails. None of it is there unless {@code kida.debug} is set. */
@NullMarked
package dev.kida.spring.development;

import org.jspecify.annotations.NullMarked;
