package dev.kida.load;

import dev.kida.error.TemplateNotFoundException;
import java.util.List;

/**
 * Finds the source of a template by its name.
 *
 * <p>Names reach a loader in the form that {@link TemplateNames} gives them. A loader that turns names into places
 * outside of the program (files, addresses, keys) checks them again, for it cannot know who asks. Loaders are safe for
 * use by several threads at once.
 */
@FunctionalInterface
public interface TemplateLoader {

    /**
     * Loads a template.
     *
     * @throws TemplateNotFoundException if there is none of that name
     */
    TemplateSource load(String name);

    /** Whether loading again would give the same source. */
    default boolean isCurrent(TemplateSource loaded) {
        try {
            return load(loaded.name()).text().equals(loaded.text());
        } catch (TemplateNotFoundException e) {
            return false;
        }
    }

    /** Whether there is a template of that name. */
    default boolean exists(String name) {
        try {
            load(name);
            return true;
        } catch (TemplateNotFoundException e) {
            return false;
        }
    }

    /** The names of all templates in order, as far as the loader can tell. */
    default List<String> list() {
        return List.of();
    }
}
