package dev.kida.builtin;

import dev.kida.value.TemplateFunction;
import org.jspecify.annotations.Nullable;

/** Matches positional arguments with the parameters of a filter or test that is called by its name. */
final class Binding {

    private static final String[] NO_NAMES = {};
    private static final @Nullable Object[] NO_VALUES = {};

    private Binding() {}

    static @Nullable Object[] bind(TemplateFunction function, String name, @Nullable Object[] positional) {
        return function.signature().bind(name, positional, NO_NAMES, NO_VALUES);
    }
}
