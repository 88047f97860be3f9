/**
 * Where templates come from: {@link dev.kida.load.TemplateLoader} and the loaders for files, the class path, maps and
 * their combinations. No loader serves anything outside its root, whatever it is asked for.
 */
@NullMarked
package dev.kida.load;

import org.jspecify.annotations.NullMarked;
