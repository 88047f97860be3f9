package dev.kida;

/**
 * Filters, tests, globals and tags that belong together, for several engines to share.
 *
 * <pre>{@code
 * KidaEngine.builder().extension(new Icons()).build();
 * }</pre>
 */
@FunctionalInterface
public interface Extension {

    /** Registers what the extension has; called once for each engine. What is registered later wins. */
    void configure(KidaEngineBuilder engine);
}
