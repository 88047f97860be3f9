package dev.kida.spring.webflux;

import dev.kida.render.RenderOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Adds to what a render knows of its exchange. Beans of this type are asked in their order, each when the one before has
 * answered, and all of them before the first byte is sent. They are subscribed in the Reactor context of the request.
 */
@FunctionalInterface
public interface ReactiveRenderCustomizer {

    /**
     * Customizes one render.
     *
     * @param options what is known so far
     * @param model the attributes as the template will see them; may be changed until the result has been given
     * @param exchange the exchange
     * @return the options to go on with; an error fails the page, nothing leaves the options as they are
     */
    Mono<RenderOptions> customize(
            RenderOptions options, Map<String, @Nullable Object> model, ServerWebExchange exchange);
}
