/**
 * What both web stacks share: templates from Spring resources, the model as a template sees it, the options of a render,
 * asynchronous values of every kind that Spring knows.
 *
 * <p>{@link dev.kida.spring.SpringTemplateLoader} is public API; the rest serves the views of this module.
 */
@NullMarked
package dev.kida.spring;

import org.jspecify.annotations.NullMarked;
