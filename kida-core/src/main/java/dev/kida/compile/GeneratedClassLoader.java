package dev.kida.compile;

import org.jspecify.annotations.Nullable;

/**
 * The loader of one generated class, so that the class goes when its template leaves the cache. Not a hidden class,
 * because those do not appear in stack traces.
 */
final class GeneratedClassLoader extends ClassLoader {

    private final @Nullable Object[] constants;

    GeneratedClassLoader(ClassLoader parent, @Nullable Object[] constants) {
        super(parent);
        this.constants = constants;
    }

    Class<?> define(String name, byte[] bytes) {
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Nullable
    Object[] constants() {
        return constants;
    }
}
