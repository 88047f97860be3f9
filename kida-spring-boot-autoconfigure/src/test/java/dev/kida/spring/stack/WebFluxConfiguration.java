package dev.kida.spring.stack;

import dev.kida.render.OutOfOrder;
import dev.kida.spring.webflux.ReactiveRenderCustomizer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** What the application under test has besides its controller, on WebFlux. */
@Configuration(proxyBeanMethods = false)
class WebFluxConfiguration {

    /**
     * One request on each connection: on a kept one, Reactor Netty 1.3.7 may stop reading after a request that arrives while
     * another thread ends the response before it (reactor-netty#4361).
     */
    @Bean
    NettyServerCustomizer oneRequest() {
        return server -> server.maxKeepAliveRequests(1);
    }

    @Bean
    RouterFunction<ServerResponse> function(Scenes scenes) {
        return RouterFunctions.route()
                .GET("/function/{id}", request -> {
                    Scenes.Scene scene = scenes.get(request.pathVariable("id"));
                    return ServerResponse.ok().render(scene.view(), scene.model());
                })
                .build();
    }

    @Bean
    ReactiveRenderCustomizer inPlace() {
        return (options, model, exchange) -> Mono.just(
                exchange.getRequest().getHeaders().getFirst("X-In-Place") == null
                        ? options
                        : options.withOutOfOrder(OutOfOrder.NEVER));
    }

    @Bean
    WebFilter contextFilter() {
        return (exchange, chain) -> chain.filter(exchange).contextWrite(context -> context.put("user", "ada"));
    }

    /** The threads on which the exchanges of requests that ask for it have ended. */
    static final BlockingQueue<String> ENDED = new LinkedBlockingQueue<>();

    @Bean
    WebFilter endings() {
        return (exchange, chain) -> exchange.getRequest().getHeaders().getFirst("X-Ending") == null
                ? chain.filter(exchange)
                : chain.filter(exchange)
                        .doFinally(signal -> ENDED.add(Thread.currentThread().getName()));
    }

    /** Puts a response of its own around that of the server. */
    @Bean
    WebFilter ownResponse() {
        return (exchange, chain) -> {
            boolean wanted = exchange.getRequest().getHeaders().getFirst("X-Own-Response") != null;
            ServerHttpResponse own = new ServerHttpResponseDecorator(exchange.getResponse());
            return chain.filter(wanted ? exchange.mutate().response(own).build() : exchange);
        };
    }

    /** As Spring Security's: to ask for the token starts a session. */
    @Bean
    WebFilter csrf() {
        return (exchange, chain) -> {
            if (exchange.getRequest().getHeaders().getFirst("X-Csrf") != null) {
                Mono<CsrfToken> token = Mono.delay(Duration.ofMillis(1))
                        .then(exchange.getSession())
                        .doOnNext(WebSession::start)
                        .thenReturn(new DefaultCsrfToken("X-T", "_t", "secret&"));
                exchange.getAttributes().put(CsrfToken.class.getName(), token);
            }
            return chain.filter(exchange);
        };
    }

    @Bean
    @Order
    ViewResolver otherViewResolver() {
        return (name, locale) -> name.startsWith("other/") ? Mono.just(otherView()) : Mono.empty();
    }

    private static View otherView() {
        return new View() {
            @Override
            public List<MediaType> getSupportedMediaTypes() {
                return List.of(MediaType.TEXT_HTML);
            }

            @Override
            public Mono<Void> render(Map<String, ?> model, MediaType contentType, ServerWebExchange exchange) {
                DataBuffer buffer = exchange.getResponse()
                        .bufferFactory()
                        .wrap("from another resolver".getBytes(StandardCharsets.UTF_8));
                return exchange.getResponse().writeWith(Mono.just(buffer));
            }
        };
    }
}
