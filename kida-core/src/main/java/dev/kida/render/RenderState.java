package dev.kida.render;

import dev.kida.value.CallContext;
import org.jspecify.annotations.Nullable;

/** The running render, as functions, filters and async adapters may see it. Valid only while the render runs. */
public interface RenderState extends CallContext {

    /**
     * An attribute given by {@link RenderOptions#withAttribute}, for example the Reactor context of the request.
     *
     * @return the attribute, or null
     */
    @Nullable
    Object attribute(Object key);

    /**
     * Says that what is being printed is meant for this visitor only: no {@code cache} section around this place is
     * stored. Reading the CSRF token or the CSP nonce has the same effect.
     */
    default void doNotCache() {}

    /** The name of the template that is running, or null for an unnamed inline template. */
    @Nullable
    String templateName();
}
