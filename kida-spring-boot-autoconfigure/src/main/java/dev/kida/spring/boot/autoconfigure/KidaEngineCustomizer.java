package dev.kida.spring.boot.autoconfigure;

import dev.kida.KidaEngineBuilder;

/**
 * Changes the configuration of the auto-configured engine: filters, tests, globals, syntax, whatever there is no property
 * for. Beans of this type are called in their order, after the properties were applied.
 */
@FunctionalInterface
public interface KidaEngineCustomizer {

    /**
     * Customizes the engine.
     *
     * @param builder the builder of the engine that is about to be built
     */
    void customize(KidaEngineBuilder builder);
}
