package dev.kida.compile;

import org.jspecify.annotations.Nullable;

/** Where a generated class gets its constants from while it is initialised. */
public final class GeneratedConstants {

    private GeneratedConstants() {}

    /** The constants of the class that asks. */
    public static @Nullable Object[] of(Class<?> generated) {
        if (generated.getClassLoader() instanceof GeneratedClassLoader loader) {
            return loader.constants();
        }
        throw new IllegalArgumentException("not a generated class: " + generated.getName());
    }
}
