/** The application of getting-started-webmvc.md. */
@NullMarked
package dev.kida.docs.webmvc;

import org.jspecify.annotations.NullMarked;
