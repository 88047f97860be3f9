package dev.kida;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A component of a template, as {@code {% def %}} declares it.
 *
 * @param name what it is called by
 * @param template name of the template that declares it, or null for an inline template without one
 * @param line the 1-based line of its tag
 * @param parameters the parameters that have a name of their own, in order
 * @param slots the named slots it has a place for, without {@code default}
 * @param hasDefaultSlot whether it has a place for content without a slot name
 * @param dependsOn dotted paths of the context that it reads besides its parameters; conservative
 * @param vararg name of the parameter that collects surplus positional arguments, or null
 * @param kwarg name of the parameter that collects unknown named arguments, or null
 */
public record DefMetadata(
        String name,
        @Nullable String template,
        int line,
        List<Parameter> parameters,
        List<String> slots,
        boolean hasDefaultSlot,
        Set<String> dependsOn,
        @Nullable String vararg,
        @Nullable String kwarg) {

    /**
     * A parameter of a component.
     *
     * @param annotation the declared type as text, or null
     * @param hasDefault whether it may be left out
     */
    public record Parameter(String name, @Nullable String annotation, boolean hasDefault) {

        /** Whether every call has to supply it. */
        public boolean required() {
            return !hasDefault;
        }
    }
}
