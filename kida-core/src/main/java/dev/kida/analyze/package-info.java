/** What can be known about a template without running it: its units, its names, its dependencies, its mistakes. Internal. */
@NullMarked
package dev.kida.analyze;

import org.jspecify.annotations.NullMarked;
