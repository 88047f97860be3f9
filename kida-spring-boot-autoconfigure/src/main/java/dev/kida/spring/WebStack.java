package dev.kida.spring;

import dev.kida.render.RenderOptions;
import org.jspecify.annotations.Nullable;

/** The web stack that a page is rendered for. Views put it into the attributes of the render. */
public enum WebStack {
    /** Spring MVC. */
    WEBMVC,
    /** Spring WebFlux. */
    WEBFLUX;

    /** Adds the stack to options. */
    public RenderOptions addTo(RenderOptions options) {
        return options.withAttribute(WebStack.class, this);
    }

    /** The stack of a render, or null when it is not for a view. */
    public static @Nullable WebStack of(RenderOptions options) {
        return options.attributes().get(WebStack.class) instanceof WebStack stack ? stack : null;
    }
}
