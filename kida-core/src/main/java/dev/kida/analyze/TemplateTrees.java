package dev.kida.analyze;

import dev.kida.syntax.TemplateNode;
import org.jspecify.annotations.Nullable;

/** Finds other templates for checks that look into them. */
@FunctionalInterface
public interface TemplateTrees {

    /**
     * A template that was found.
     *
     * @param name the name it is loaded by
     */
    record Found(String name, TemplateNode tree) {}

    /**
     * The syntax tree of a template, or null when it cannot be had: it does not exist, or is broken.
     *
     * @param name the name as a tag gives it
     * @param caller the template that contains the tag, or null
     */
    @Nullable
    Found find(String name, @Nullable String caller);
}
