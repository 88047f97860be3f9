package dev.kida.compile;

import org.jspecify.annotations.Nullable;

/**
 * A class as it was emitted.
 *
 * @param name its internal name
 * @param constants what {@link GeneratedConstants} has to give it
 */
record EmittedClass(String name, byte[] bytes, @Nullable Object[] constants) {

    String binaryName() {
        return name.replace('/', '.');
    }
}
